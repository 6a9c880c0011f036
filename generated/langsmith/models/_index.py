"""Which module defines which model."""

MODULES: dict[str, str] = {
    "CreateRunClusteringJobRequest": "create_run_clustering_job_request",
    "CreateRunClusteringJobRequestModel": "create_run_clustering_job_request",
    "CreateRunClusteringJobResponse": "create_run_clustering_job_response",
    "HTTPValidationError": "http_validation_error",
    "ValidationError": "http_validation_error",
}
