"""Writes a BERT sentence encoder as an ONNX graph, straight from its weights.

No torch: the graph is put together from ONNX Runtime's fused BERT operators
(EmbedLayerNormalization, Attention, SkipLayerNormalization, BiasGelu), then
mean pooling over the tokens that are not padding and scaling to length 1, as
the model card of all-MiniLM-L6-v2 prescribes.
"""
from pathlib import Path
from typing import Dict, List

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save
from safetensors.numpy import load_file

LAYERS, HEADS, EPSILON = 6, 12, 1e-12
FUSED = "com.microsoft"


class _Graph:
    """Collects nodes and weights; every method returns the name of what it made."""

    def __init__(self, weights: Dict[str, np.ndarray]):
        self.weights = weights
        self.nodes: List = []
        self.initializers: List = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weight(self, name: str, transpose: bool = False) -> str:
        value = self.weights[name]
        return self.constant(name, value.T if transpose else value)

    def node(self, operator: str, inputs: List[str], output: str, domain: str = "", **settings) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [output], domain=domain, **settings))
        return output


def write_graph(weights_file: Path, graph_file: Path) -> None:
    """Turns `weights_file` (safetensors) into `graph_file` (ONNX, fp32).

    The graph takes `input_ids` and `attention_mask`, int32 of shape (batch,
    tokens), and gives `embedding`, float32 of shape (batch, 384), length 1.
    """
    graph = _Graph(load_file(str(weights_file)))
    hidden = _embeddings(graph)
    for layer in range(LAYERS):
        hidden = _layer(graph, hidden, layer)
    _pool(graph, hidden)
    integers = [helper.make_tensor_value_info(name, TensorProto.INT32, ["batch", "tokens"])
                for name in ("input_ids", "attention_mask")]
    embedding = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", 384])
    model = helper.make_model(
        helper.make_graph(graph.nodes, "sentence_encoder", integers, [embedding], graph.initializers),
        opset_imports=[helper.make_opsetid("", 14), helper.make_opsetid(FUSED, 1)],
        ir_version=8,
    )
    save(model, str(graph_file))


def _embeddings(graph: _Graph) -> str:
    # Every message is one segment, so its embedding is folded into the words'.
    words = graph.weights["embeddings.word_embeddings.weight"]
    segment = graph.weights["embeddings.token_type_embeddings.weight"][0]
    inputs = [
        "input_ids", "", graph.constant("words", words + segment),
        graph.weight("embeddings.position_embeddings.weight"), "",
        graph.weight("embeddings.LayerNorm.weight"), graph.weight("embeddings.LayerNorm.bias"),
    ]
    graph.nodes.append(helper.make_node(
        "EmbedLayerNormalization", inputs, ["embedded", "unused_mask_index"],
        domain=FUSED, epsilon=EPSILON))
    return "embedded"


def _layer(graph: _Graph, hidden: str, layer: int) -> str:
    own = f"encoder.layer.{layer}."
    attention, output = own + "attention.", own + "output."
    parts = [f"{attention}self.{part}" for part in ("query", "key", "value")]
    qkv = graph.constant(own + "qkv", np.hstack([graph.weights[part + ".weight"].T for part in parts]))
    qkv_bias = graph.constant(own + "qkv_bias", np.hstack([graph.weights[part + ".bias"] for part in parts]))
    context = graph.node("Attention", [hidden, qkv, qkv_bias, "attention_mask"], own + "context",
                         FUSED, num_heads=HEADS)
    hidden = _add_and_normalise(graph, context, hidden, attention + "output.", own + "attended")
    wide = graph.node("MatMul", [hidden, graph.weight(own + "intermediate.dense.weight", True)], own + "wide")
    active = graph.node("BiasGelu", [wide, graph.weight(own + "intermediate.dense.bias")], own + "active", FUSED)
    return _add_and_normalise(graph, active, hidden, output, own + "out")


def _add_and_normalise(graph: _Graph, value: str, residual: str, weights: str, name: str) -> str:
    dense = graph.node("MatMul", [value, graph.weight(weights + "dense.weight", True)], name + "_dense")
    return graph.node("SkipLayerNormalization", [
        dense, residual, graph.weight(weights + "LayerNorm.weight"),
        graph.weight(weights + "LayerNorm.bias"), graph.weight(weights + "dense.bias"),
    ], name, FUSED, epsilon=EPSILON)


def _pool(graph: _Graph, hidden: str) -> None:
    graph.node("Cast", ["attention_mask"], "mask", to=TensorProto.FLOAT)
    last, tokens = graph.constant("last", np.array([2])), graph.constant("tokens_axis", np.array([1]))
    graph.node("Unsqueeze", ["mask", last], "mask_column")
    graph.node("Mul", [hidden, "mask_column"], "kept")
    graph.node("ReduceSum", ["kept", tokens], "total", keepdims=0)
    graph.node("ReduceSum", ["mask_column", tokens], "count", keepdims=0)
    graph.node("Div", ["total", "count"], "mean")
    graph.node("LpNormalization", ["mean"], "embedding", axis=1, p=2)
