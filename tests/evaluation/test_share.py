import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.share import Latency, Share, latency, percentile, share

numbers = st.lists(st.floats(0, 1e6), min_size=1, max_size=200)


def test_counts_what_is_true():
    assert share(number > 1 for number in (1, 2, 3)) == Share(2, 3)
    assert Share(2, 3).value == pytest.approx(0.6667, abs=1e-4)
    assert str(Share(2, 3)) == "66.7% (2/3)"


def test_a_share_of_nothing_is_not_zero():
    assert share([]).value is None
    assert str(share([])) == "–"


@given(st.lists(st.booleans(), min_size=1))
def test_a_share_and_its_opposite_make_a_whole(flags):
    opposite = share(not flag for flag in flags)
    assert share(flags).value + opposite.value == pytest.approx(1)


@pytest.mark.parametrize("percent, value", [(0, 1), (50, 50), (95, 95), (99, 99), (99.5, 100), (100, 100)])
def test_percentiles_of_one_to_a_hundred(percent, value):
    assert percentile(list(range(100, 0, -1)), percent) == value


@given(numbers, st.floats(0, 100))
def test_at_least_that_many_are_not_above_the_percentile(values, percent):
    cut = percentile(values, percent)
    assert cut in values
    assert sum(value <= cut for value in values) >= percent * len(values) / 100


@given(numbers)
def test_percentiles_rise(values):
    times = latency(values)
    assert min(values) <= times.p50 / 1000 + 1e-9
    assert times.p50 <= times.p95 <= times.p99


@pytest.mark.parametrize("values, percent", [([], 50), ([1.0], 101), ([1.0], -1)])
def test_no_such_percentile(values, percent):
    with pytest.raises(ValueError):
        percentile(values, percent)


def test_latency_is_in_milliseconds():
    assert latency([0.25]) == Latency(250, 250, 250)
    assert latency([]) == Latency(None, None, None)
