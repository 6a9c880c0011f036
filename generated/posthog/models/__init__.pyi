from .activity_log_page import ActivityChange as ActivityChange
from .activity_log_page import ActivityDetail as ActivityDetail
from .activity_log_page import ActivityLogEntry as ActivityLogEntry
from .activity_log_page import ActivityLogPage as ActivityLogPage
from .activity_log_page import ActivityMerge as ActivityMerge
from .activity_log_page import ActivityTrigger as ActivityTrigger
from .bulk_update_tags_request import BulkUpdateTagsAction as BulkUpdateTagsAction
from .bulk_update_tags_request import BulkUpdateTagsRequest as BulkUpdateTagsRequest
from .bulk_update_tags_response import BulkUpdateTagsResponse as BulkUpdateTagsResponse
from .bulk_update_tags_response import BulkUpdateTagsSkipped as BulkUpdateTagsSkipped
from .bulk_update_tags_response import BulkUpdateTagsUpdated as BulkUpdateTagsUpdated
from .error_response import ErrorResponse as ErrorResponse
from .insight import DashboardTile as DashboardTile
from .insight import Insight as Insight
from .insight import RoleAtOrganization as RoleAtOrganization
from .insight import RoleAtOrganizationValues as RoleAtOrganizationValues
from .insight import User as User
from .insight_kind import InsightKind as InsightKind
from .insight_request import InsightRequest as InsightRequest
from .insights_sharing_list_response import (
    InsightsSharingListResponse as InsightsSharingListResponse,
)
from .output_format import OutputFormat as OutputFormat
from .paginated_insight_list import PaginatedInsightList as PaginatedInsightList
from .paginated_threshold_list import PaginatedThresholdList as PaginatedThresholdList
from .refresh_mode import RefreshMode as RefreshMode
from .sharing_configuration import SharePassword as SharePassword
from .sharing_configuration import SharingConfiguration as SharingConfiguration
from .sharing_configuration_request import (
    SharingConfigurationRequest as SharingConfigurationRequest,
)
from .threshold import Threshold as Threshold
from .threshold import ThresholdBounds as ThresholdBounds
from .threshold import ThresholdConfiguration as ThresholdConfiguration
from .threshold import ThresholdType as ThresholdType
