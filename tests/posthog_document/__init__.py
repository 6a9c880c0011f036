"""The PostHog document, held against the page it was written from."""
