"""What `build` hands to `render`: a client as frozen data, free of OpenAPI spelling."""
