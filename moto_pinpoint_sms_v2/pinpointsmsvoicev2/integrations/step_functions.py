"""State machines call the service's operations, and catch its errors, by the names AWS has for it.

https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from ..core.contract import SERVICE_NAME

ARN_PART = "pinpointsmsvoicev2"
"""Its part in ``arn:aws:states:::aws-sdk:pinpointsmsvoicev2:sendTextMessage``."""
ERROR_PREFIX = "PinpointSmsVoiceV2"


def join(module: ModuleType) -> None:
    """Tell moto's engine which client of boto3's it is, and what its errors begin with."""
    task: Any = module
    task.StateTaskServiceAwsSdk._SERVICE_NAME_SFN_TO_BOTO_OVERRIDES[ARN_PART] = SERVICE_NAME
    task._SERVICE_ERROR_NAMES[ARN_PART] = ERROR_PREFIX
