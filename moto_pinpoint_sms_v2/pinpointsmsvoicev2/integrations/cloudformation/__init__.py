"""CloudFormation: the twelve ``AWS::SMSVOICE`` types, as resources of moto's stacks.

What the types' schemas state is data (``data/cloudformation.json``).  ``kinds`` says what a type's
properties mean in operations of the service, and makes them as any client does; ``resource`` is
what moto's stacks hold, and how it is created, updated, replaced and deleted; ``stack`` is what is
asked of, and told, the stack itself.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_SMSVOICE.html
"""

from __future__ import annotations

from types import ModuleType


def join(models: ModuleType) -> None:
    """Add the types to those that moto's stacks know; every moto that has stacks lets us."""
    try:
        from .registry import register
    except ImportError as missing:
        raise LookupError(str(missing)) from missing

    register()
