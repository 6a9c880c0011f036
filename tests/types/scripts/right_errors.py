"""Errors form a tree: whoever catches a class catches all below it."""

from generated.posthog import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    PostHogClient,
    RateLimitError,
)

with PostHogClient(api_key="phx_...", environment_id="2") as client:
    try:
        client.insights.retrieve(1)
    except RateLimitError as error:
        reveal_type(error.headers["Retry-After"])
    except APIStatusError as error:
        reveal_type(error.body)
        reveal_type(error.response.content)
    except APITimeoutError:
        print("too slow")
    except APIConnectionError:
        print("no answer")
    except APIResponseValidationError as error:
        reveal_type(error.status_code)
    except APIError:
        print("something else")

anything: type[APIError] = APITimeoutError
