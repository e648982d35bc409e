"""SNS: texts to a phone number become messages of this service, where a test has linked the two.

"In November 2024, AWS replaced Amazon SNS SMS messaging with AWS End User Messaging SMS"; which
operations SNS makes there is in its managed policies.  ``responses`` is moto's SNS with those
operations; ``texts`` is what a publication asks for here.  An account that is not linked has
moto's own SNS.

https://docs.aws.amazon.com/sns/latest/dg/sns-mobile-phone-number-as-subscriber.html
"""

from __future__ import annotations

from types import ModuleType

_ROOT = "{0}/$"


def join(urls: ModuleType) -> None:
    """Answer in the place of moto's SNS; it reads its table of URLs at each request."""
    from .responses import LinkedSNSResponse

    if _ROOT not in urls.url_paths:
        raise LookupError(f"there is no {_ROOT} among its URLs")
    urls.url_paths[_ROOT] = LinkedSNSResponse.dispatch
