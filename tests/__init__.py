"""The tests; what they share explains its failures as they do."""

import pytest

pytest.register_assert_rewrite("tests.subprocesses", "tests.support", "tests.examples")
