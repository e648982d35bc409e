"""Notify messages: AWS's templates, filled and sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...core.domain import Domain
from ...core.recent import Recent
from ...exceptions import ConflictException, ServiceQuotaExceededException, ValidationException
from ..identities.pools import Pool
from ..notify.configurations import NotifyConfiguration
from ..notify.countries import tiers_of
from ..notify.templates import NotifyTemplate, check_in_use, notify_template
from ..numbers.destinations import parse
from .identity_eligibility import CAPABILITIES
from .pipeline import SendPipeline
from .send_requests import SendRequest

# https://docs.aws.amazon.com/sms-voice/latest/userguide/notify-quotas.html
_A_DAY_IN_BASIC = 200
_A_SECOND = {"BASIC": 1, "ADVANCED": 25}
_A_DAY_TO_A_DESTINATION = 10


@dataclass(frozen=True)
class NotifyMessageSent:
    """The answer to a notify send."""

    message_id: str
    template_id: str
    resolved_message_body: str


class NotifyMessages(Domain):
    """The operations on notify messages."""

    pipeline: SendPipeline

    inactive_templates: set[str]
    notified: Recent
    """The notify messages of the last day, by configuration, destination, and both."""

    def send_notify_text_message(
        self,
        *,
        notify_configuration_id: str,
        destination_phone_number: str,
        template_variables: Mapping[str, str],
        template_id: str | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        configuration_set_name: str | None = None,
        dry_run: bool = False,
        message_feedback_enabled: bool | None = None,
    ) -> NotifyMessageSent:
        """Send a filled template as a text."""
        configuration = self.store.get(NotifyConfiguration, notify_configuration_id)
        return self._notify(
            configuration,
            _template(configuration, template_id),
            template_variables,
            SendRequest(
                channel="TEXT",
                destination_phone_number=destination_phone_number,
                time_to_live=time_to_live,
                context=context,
                configuration_set_name=configuration_set_name,
                dry_run=dry_run,
                message_feedback_enabled=message_feedback_enabled,
            ),
        )

    def send_notify_voice_message(
        self,
        *,
        notify_configuration_id: str,
        destination_phone_number: str,
        template_variables: Mapping[str, str],
        template_id: str | None = None,
        voice_id: str | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        configuration_set_name: str | None = None,
        dry_run: bool = False,
        message_feedback_enabled: bool | None = None,
    ) -> NotifyMessageSent:
        """Read a filled template over the telephone."""
        configuration = self.store.get(NotifyConfiguration, notify_configuration_id)
        template = _template(configuration, template_id)
        if voice_id is not None and voice_id not in (template.supported_voice_ids or ()):
            raise ValidationException("INVALID_PARAMETER", voice_id="is not one of the template's")

        return self._notify(
            configuration,
            template,
            template_variables,
            SendRequest(
                channel="VOICE",
                destination_phone_number=destination_phone_number,
                time_to_live=time_to_live,
                context=context,
                configuration_set_name=configuration_set_name,
                dry_run=dry_run,
                message_feedback_enabled=message_feedback_enabled,
            ),
        )

    def _notify(
        self,
        configuration: NotifyConfiguration,
        template: NotifyTemplate,
        template_variables: Mapping[str, str],
        request: SendRequest,
    ) -> NotifyMessageSent:
        """Fill the template and let it leave."""
        self.pipeline.configuration_set(request)  # refused before anything that is there is judged
        if configuration.status != "ACTIVE":
            raise ConflictException("NOTIFY_CONFIGURATION_NOT_ACTIVE", configuration)
        check_in_use(template, self.inactive_templates)
        _check_channel(configuration, template, request.channel)
        destination = parse(request.destination_phone_number)
        _check_country(configuration, destination.iso_country_code)
        body = template.render(template_variables, configuration.system_variables)
        pool_id = configuration.pool_id
        pool = None if pool_id is None else self.store.find(Pool, pool_id)
        request = replace(
            request,
            message_body=body,
            is_notify=True,
            notify_pool=pool,
            notify_rate=_A_SECOND[configuration.tier],
            service_protect_id=configuration.protect_configuration_id,
        )
        accepted = self.pipeline.accept(request)
        self._check_daily_limits(configuration, destination.e164)

        if not request.dry_run:
            for key in _keys(configuration, destination.e164):
                self.notified.add(key)
        sent = self.pipeline.leave(request, accepted)
        return NotifyMessageSent(sent.message_id, template.template_id, body)

    def _check_daily_limits(self, configuration: NotifyConfiguration, e164: str) -> None:
        """Refuse what the tier, or one destination, may not have any more today."""
        of_configuration, *of_destination = _keys(configuration, e164)
        if (
            configuration.tier == "BASIC"
            and self.notified.count(of_configuration) >= _A_DAY_IN_BASIC
        ) or any(self.notified.count(key) >= _A_DAY_TO_A_DESTINATION for key in of_destination):
            raise ServiceQuotaExceededException("DAILY_NOTIFY_TIER_MESSAGE_LIMIT")


def _keys(configuration: NotifyConfiguration, e164: str) -> tuple[tuple[str, ...], ...]:
    return (configuration.id,), (configuration.id, e164), ("", e164)


def _template(configuration: NotifyConfiguration, template_id: str | None) -> NotifyTemplate:
    wanted = template_id or configuration.default_template_id
    if not wanted:
        raise ValidationException("MISSING_PARAMETER", template_id="is needed without a default")
    template = notify_template(wanted)
    if configuration.tier not in template.tier_access:
        raise ValidationException(
            "INVALID_PARAMETER", template_id=f"is not for the {configuration.tier} tier"
        )
    return template


def _check_channel(
    configuration: NotifyConfiguration, template: NotifyTemplate, channel: str
) -> None:
    capability = CAPABILITIES[channel]
    if capability not in configuration.enabled_channels:
        raise ValidationException(
            "CHANNEL_NOT_ENABLED", notify_configuration_id=f"does not send {capability}"
        )
    if capability not in template.channels:
        raise ValidationException("INVALID_PARAMETER", template_id=f"is not for {capability}")


def _check_country(configuration: NotifyConfiguration, country: str | None) -> None:
    enabled = configuration.enabled_countries
    if country is None or (enabled is None and configuration.tier in tiers_of(country)):
        return
    if enabled is None or country not in enabled:
        raise ValidationException(
            "COUNTRY_NOT_ENABLED", destination_phone_number=f"is in {country}"
        )
