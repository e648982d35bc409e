"""CloudWatch has the service's metrics: computed from the messages when somebody asks for them.

https://docs.aws.amazon.com/sms-voice/latest/userguide/monitoring-cloudwatch.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-monitoring.html

Moto adds up all sets of dimensions that a metric has, so each message is in it once, with all of
its dimensions, and not once for each set as on AWS.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from moto.cloudwatch.models import MetricDatum
from moto.core.common_models import CloudWatchMetricProvider

from ..core.backends import find_backend
from ..core.usage import is_used

NAMESPACE = "AWS/SMSVoice"


class _Datum(MetricDatum):
    """A data point that moto does not keep, as it does each of its own until a reset."""

    def __new__(cls, *arguments: Any) -> _Datum:
        return object.__new__(cls)


class SmsVoiceMetrics(CloudWatchMetricProvider):
    """What moto's CloudWatch asks at every question, whatever it is about."""

    @staticmethod
    def get_cloudwatch_metrics(account_id: str, region: str) -> list[MetricDatum]:
        """Return every data point of an account and Region."""
        # Without a look at the service's own modules, which are large, where nobody uses it.
        return list(_data(account_id, region)) if is_used(account_id) else []


def _data(account_id: str, region_name: str) -> Iterator[MetricDatum]:
    from ..models import pinpointsmsvoicev2_backends
    from .metric_points import points_of

    backend = find_backend(pinpointsmsvoicev2_backends, account_id, region_name)
    if backend is None:
        return
    with backend.lock:
        points = list(points_of(backend))
    for point in points:
        dimensions = [
            {"Name": name, "Value": value} for name, value in point.dimensions.items() if value
        ]
        # Naive, because moto compares it with times that it has made so.
        moment = point.moment.replace(tzinfo=None)
        yield _Datum(NAMESPACE, point.metric, point.value, dimensions, moment, point.unit)


def join(module: ModuleType) -> None:
    """Be found by moto's CloudWatch: it goes over the subclasses of its provider."""
    if SmsVoiceMetrics not in module.CloudWatchMetricProvider.__subclasses__():
        raise LookupError("it does not ask providers of metrics")
