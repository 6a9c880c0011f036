"""Right and wrong choices of a server, for a type checker."""

from shop import AsyncShopClient, ShopClient, servers

ShopClient(base_url=servers.PRODUCTION)
AsyncShopClient(base_url=servers.your_own(host="127.0.0.1", version="v2"))
reveal_type(servers.SANDBOX)
reveal_type(servers.your_own())
servers.your_own(version="v3")
servers.your_own("127.0.0.1")
servers.STAGING
