"""Which module defines which model."""

MODULES: dict[str, str] = {
    "InsightRunDTO": "insight_run_dto",
    "InsightRunFormatPlan": "insight_run_dto",
    "InsightRunFormatPlanFormat": "insight_run_dto",
    "InsightRunResponse": "insight_run_response",
    "InsightTimeRangeWithStep": "insight_run_dto",
    "InsightTimeRangeWithStepEnd": "insight_run_dto",
    "InsightTimeRangeWithStepStart": "insight_run_dto",
    "InsightTimeRangeWithStepStep": "insight_run_dto",
}
