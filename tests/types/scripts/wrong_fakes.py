"""Stubs of operations that do not exist, and answers that no operation gives."""

from generated.posthog.models import Insight, Threshold
from generated.posthog.testing import fake_posthog, make

with fake_posthog() as fake:
    fake.insights.retreive.returns(make(Insight))  # wrong
    fake.insight.retrieve.returns(make(Insight))  # wrong
    fake.insights.retrieve.return_value = make(Insight)  # wrong
    fake.insights.retrieve.returns(make(Threshold))  # wrong
    fake.insights.retrieve.returns(7)  # wrong
    fake.insights.retrieve.returns_each(make(Insight), make(Threshold))  # wrong
    fake.insights.list.returns([make(Threshold)])  # wrong
    fake.insights.list.returns(make(Insight))  # wrong
    fake.insights.delete.returns(make(Insight))  # wrong
    fake.insights.retrieve.raises("404")  # wrong
    fake.insights.retrieve.fails(ValueError("late"))  # wrong
    threshold: Threshold = make(Insight)  # wrong
