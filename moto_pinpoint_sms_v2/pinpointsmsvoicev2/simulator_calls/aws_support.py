"""AWS: what only its support and its fraud team can do to an account."""

from __future__ import annotations

from .declaring import Caller, call
from .words import AccountTier, DisabledReason, NotifyTemplateStatus, SpendLimitName


class AwsSupport(Caller):
    """What AWS itself does, its support and its fraud team."""

    @call
    def set_account_tier(self, tier: AccountTier) -> None:
        """Put the account into the SANDBOX or PRODUCTION tier, as a support case does.

        It starts in PRODUCTION. In the SANDBOX only verified destinations and AWS's simulator
        numbers are sent to.

        >>> simulator.set_account_tier("SANDBOX")
        """

    @call
    def set_account_limit(self, name: str, max: int) -> None:
        """Change a quota, to test what happens when it is reached.

        ``name`` is one of DescribeAccountLimits ("POOLS"), a reason of
        ServiceQuotaExceededException ("ASSOCIATIONS_PER_REGISTRATION") or a spend limit.
        ``ValueError`` for another name, or less than nothing.

        >>> simulator.set_account_limit("POOLS", 2)
        """

    @call
    def set_spend(self, spend_limit_name: SpendLimitName, amount: float) -> None:
        """Say how many US dollars were spent already this month.

        With as much as DescribeSpendLimits enforces, sends of that kind are refused.
        ``ValueError`` for an amount that is none.

        >>> simulator.set_spend("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 99.99)
        """

    @call
    def disable_account(self, reason: DisabledReason = "ACCOUNT_DISABLED") -> None:
        """Let AWS refuse every send, with that reason of AccessDeniedException.

        ACCOUNT_DISABLED or INSUFFICIENT_ACCOUNT_REPUTATION; ``enable_account`` ends it.

        >>> simulator.disable_account("INSUFFICIENT_ACCOUNT_REPUTATION")
        """

    @call
    def enable_account(self) -> None:
        """Let the account send again, after ``disable_account``.

        >>> simulator.enable_account()
        """

    @call
    def enforce_rates(self, enabled: bool = True) -> None:
        """Let what is faster than AWS allows answer ThrottlingException, by the clock.

        Of sends: one message a second to one recipient; for each number and sender ID what
        MessagingLimits tells of its channel, counted in parts and for the numbers of one campaign
        together; 20 parts over shared routes; 5 of dry runs; notify 1, or 25 in the ADVANCED
        tier; 20 calls a minute, 5 in the SANDBOX. Of every other operation one call a second, but
        PutMessageFeedback 20, PutOptedOutNumber, DeleteOptedOutNumber and ListTagsForResource 10:
        botocore tries again by itself, and so waits. ``enforce_rates(False)``, as it is at first,
        ends it.

        >>> simulator.enforce_rates()
        """

    @call
    def check_access(self, enabled: bool = True) -> None:
        """Refuse roles and Firehose streams that moto does not have, which is so from the start.

        What event destinations, two-way channels and RCS media name: a role must be in moto's IAM
        and let ``sms-voice.amazonaws.com`` assume it, a stream in moto's Firehose.
        ``check_access(False)`` takes any; so does every account while the environment variable
        ``MOTO_PINPOINT_SMS_CHECK_ACCESS`` is ``false``.

        >>> simulator.check_access(False)
        """

    @call
    def suspect_number(self, destination_phone_number: str) -> None:
        """Let AWS suspect a destination of artificially inflated traffic.

        A text or RCS message to it that a protect configuration rules with FILTER is
        PROTECT_BLOCKED; with MONITOR it is delivered, with a recommendation to BLOCK in its
        events. ALLOW, an override of the number and no protect configuration do nothing.
        ``ValueError`` for what is no number.

        >>> simulator.suspect_number("+447700900123")
        """

    @call
    def set_notify_template_status(self, template_id: str, status: NotifyTemplateStatus) -> None:
        """Let AWS take a notify template out of use, INACTIVE, or bring it back, ACTIVE.

        Sends with an INACTIVE one are refused, and so is a configuration with it as its default.
        ``ValueError`` for an unknown template or status.

        >>> simulator.set_notify_template_status("notify-code-verification-english-001", "INACTIVE")
        """

    @call
    def allow_china(self, enabled: bool = True) -> None:
        """Let the account send to China, which AWS's support allowlists account by account.

        Until then every send there is refused; ``allow_china(False)`` ends it.

        >>> simulator.allow_china()
        """

    @call
    def link_sns(self, enabled: bool = True) -> None:
        """Let the texts that SNS publishes in the account and Region go through this service.

        As they do at AWS: with its rules, its events and its numbers. ``link_sns(False)`` ends it.

        >>> simulator.link_sns()
        """
