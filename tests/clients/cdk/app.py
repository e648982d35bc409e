"""A CDK app with one construct of each of the service's twelve types.

Run it with a folder's name: it writes one cloud assembly to ``first`` in it and another, in which
each resource that can be is another, to ``changed``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import aws_cdk as cdk
from aws_cdk import aws_smsvoice as texts
from aws_cdk import aws_sns as sns

NAME = "Texts"


class Texts(cdk.Stack):
    """What a team needs to send texts."""

    def __init__(self, scope: cdk.App, *, changed: bool) -> None:
        # Without the rule there is no parameter, whose previous value moto cannot use.
        synthesizer = cdk.DefaultStackSynthesizer(generate_bootstrap_version_rule=False)
        super().__init__(scope, NAME, synthesizer=synthesizer)
        team = cdk.CfnTag(key="team", value="trust" if changed else "growth")
        says = "Write to us." if changed else "Call us."
        news = texts.CfnOptOutList(self, "News", tags=[team])
        number = texts.CfnPhoneNumber(
            self,
            "Number",
            iso_country_code="US",
            number_type="SIMULATOR",
            number_capabilities=["SMS"],
            opt_out_list_name=news.ref,
            mandatory_keywords=texts.CfnPhoneNumber.MandatoryKeywordsProperty(
                help=texts.CfnPhoneNumber.MandatoryKeywordProperty(message="Call us."),
                stop=texts.CfnPhoneNumber.MandatoryKeywordProperty(message="Goodbye."),
            ),
            tags=[team],
        )
        sender = texts.CfnSenderId(
            self, "Sender", iso_country_code="SE", sender_id="SHOP" if changed else "ACME"
        )
        pool = texts.CfnPool(
            self,
            "Pool",
            origination_identities=[number.attr_arn, sender.attr_arn],
            shared_routes_enabled=changed,
            mandatory_keywords=texts.CfnPool.MandatoryKeywordsProperty(
                help=texts.CfnPool.MandatoryKeywordProperty(message=says),
                stop=texts.CfnPool.MandatoryKeywordProperty(message="Goodbye."),
            ),
        )
        guard = texts.CfnProtectConfiguration(
            self,
            "Guard",
            country_rule_set=texts.CfnProtectConfiguration.CountryRuleSetProperty(
                sms=[
                    texts.CfnProtectConfiguration.CountryRuleProperty(
                        country_code="FR", protect_status="FILTER" if changed else "BLOCK"
                    )
                ]
            ),
        )
        topic = sns.Topic(self, "Events")
        destination = texts.CfnConfigurationSet.EventDestinationProperty(
            event_destination_name="topic",
            enabled=not changed,
            matching_event_types=["TEXT_ALL"],
            sns_destination=texts.CfnConfigurationSet.SnsDestinationProperty(
                topic_arn=topic.topic_arn
            ),
        )
        texts.CfnConfigurationSet(
            self,
            "Set",
            configuration_set_name="texts",
            protect_configuration_id=guard.ref,
            event_destinations=[destination],
        )
        texts.CfnResourcePolicy(
            self,
            "Policy",
            resource_arn=pool.attr_arn,
            policy_document={
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Principal": {"AWS": "111122223333"},
                        "Action": "sms-voice:SendTextMessage",
                        "Resource": pool.attr_arn,
                    }
                ],
            },
        )
        texts.CfnNotifyConfiguration(
            self,
            "Codes",
            display_name="Acme",
            use_case="CODE_VERIFICATION",
            enabled_channels=["SMS"] if changed else ["SMS", "VOICE"],
            pool_id=pool.ref,
        )
        texts.CfnRcsAgent(self, "Agent", opt_out_list_name=news.ref, tags=[team])
        texts.CfnRegistration(
            self, "Registration", registration_type="US_TOLL_FREE_REGISTRATION", tags=[team]
        )
        texts.CfnRegistrationAttachment(
            self, "Letter", attachment_body="JVBERi0xLjcgYSBsZXR0ZXI=", tags=[team]
        )
        texts.CfnVerifiedDestinationNumber(
            self, "Tester", destination_phone_number="+447700900123", tags=[team]
        )


if __name__ == "__main__":
    for name in ("first", "changed"):
        app = cdk.App(analytics_reporting=False, outdir=str(Path(sys.argv[1]) / name))
        Texts(app, changed=name == "changed")
        app.synth()
