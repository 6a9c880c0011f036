from .create_run_clustering_job_request import (
    CreateRunClusteringJobRequest as CreateRunClusteringJobRequest,
)
from .create_run_clustering_job_request import (
    CreateRunClusteringJobRequestModel as CreateRunClusteringJobRequestModel,
)
from .create_run_clustering_job_response import (
    CreateRunClusteringJobResponse as CreateRunClusteringJobResponse,
)
from .http_validation_error import HTTPValidationError as HTTPValidationError
from .http_validation_error import ValidationError as ValidationError
