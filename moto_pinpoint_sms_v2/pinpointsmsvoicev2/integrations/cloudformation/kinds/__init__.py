"""What each type's properties mean in operations of the service; a file or a line per type."""

from __future__ import annotations

from collections.abc import Sequence

from .configuration_sets import ConfigurationSetKind
from .kind import Kind
from .notify_configurations import NotifyConfigurationKind
from .phone_numbers import PhoneNumberKind
from .pools import PoolKind
from .protect_configurations import ProtectConfigurationKind
from .registration_attachments import RegistrationAttachmentKind
from .resource_policies import ResourcePolicyKind
from .sender_ids import SenderIdKind

KINDS: Sequence[Kind] = (
    ConfigurationSetKind("ConfigurationSet", id_member="ConfigurationSetName"),
    NotifyConfigurationKind("NotifyConfiguration"),
    Kind("OptOutList", id_member="OptOutListName"),
    PhoneNumberKind("PhoneNumber", obtain="Request", give_up="Release"),
    PoolKind("Pool"),
    ProtectConfigurationKind("ProtectConfiguration"),
    Kind("RcsAgent"),
    Kind("Registration"),
    RegistrationAttachmentKind("RegistrationAttachment"),
    ResourcePolicyKind("ResourcePolicy"),
    SenderIdKind("SenderId", obtain="Request", give_up="Release"),
    Kind("VerifiedDestinationNumber"),
)
"""All types."""
