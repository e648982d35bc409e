"""``AWS::SMSVOICE::ProtectConfiguration``."""

from __future__ import annotations

from .kind import Call, Kind, Properties

_RULES = "CountryRuleSet"
_NO_RULE = "ALLOW"
"""What a country has that is taken out of the template; as one that never had a rule."""


class ProtectConfigurationKind(Kind):
    """A protect configuration, with its country rules."""

    def settle(self, call: Call, id: str, before: Properties, after: Properties) -> None:
        """Change the country rules and the protection from deletion."""
        old, new = _rules(before), _rules(after)
        for capability in sorted(old.keys() | new.keys()):
            present, wanted = old.get(capability, {}), new.get(capability, {})
            changed = {
                country: {"ProtectStatus": wanted.get(country, _NO_RULE)}
                for country in sorted(present.keys() | wanted.keys())
                if present.get(country) != wanted.get(country)
            }
            if changed:
                call(
                    "UpdateProtectConfigurationCountryRuleSet",
                    **self.named(id),
                    NumberCapability=capability,
                    CountryRuleSetUpdates=changed,
                )
        super().settle(call, id, before, after)


def _rules(properties: Properties) -> dict[str, dict[str, str]]:
    """Return capability to country to protect status."""
    return {
        capability: {rule["CountryCode"]: rule["ProtectStatus"] for rule in rules}
        for capability, rules in properties.get(_RULES, {}).items()
    }
