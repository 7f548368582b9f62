/** A line for each directive of a module, sorted: name, module, contexts, `block` or nothing, argument classes. */
export const lines = `absolute_redirect|ngx_http_core_module|http,server,location||FLAG
accept_mutex|ngx_event|events||FLAG
accept_mutex_delay|ngx_event|events||TAKE1
acceptex_read|ngx_iocp_module|events||FLAG
access_log|ngx_http_log_module|http,server,location,if in location,limit_except||1MORE
access_log|ngx_stream_log_module|stream,stream server||1MORE
add_after_body|ngx_http_addition_filter_module|http,server,location||TAKE1
add_before_body|ngx_http_addition_filter_module|http,server,location||TAKE1
add_header|ngx_http_headers_filter_module|http,server,location,if in location||TAKE23
add_header_inherit|ngx_http_headers_filter_module|http,server,location,if in location||TAKE1
add_trailer|ngx_http_headers_filter_module|http,server,location,if in location||TAKE23
add_trailer_inherit|ngx_http_headers_filter_module|http,server,location,if in location||TAKE1
addition_types|ngx_http_addition_filter_module|http,server,location||1MORE
aio|ngx_http_core_module|http,server,location||TAKE1
aio_write|ngx_http_core_module|http,server,location||FLAG
alias|ngx_http_core_module|location||TAKE1
allow|ngx_http_access_module|http,server,location,limit_except||TAKE1
allow|ngx_stream_access_module|stream,stream server||TAKE1
ancient_browser|ngx_http_browser_module|http,server,location||1MORE
ancient_browser_value|ngx_http_browser_module|http,server,location||TAKE1
auth_basic|ngx_http_auth_basic_module|http,server,location,limit_except||TAKE1
auth_basic_user_file|ngx_http_auth_basic_module|http,server,location,limit_except||TAKE1
auth_delay|ngx_http_core_module|http,server,location||TAKE1
auth_http|ngx_mail_auth_http_module|mail,mail server||TAKE1
auth_http_header|ngx_mail_auth_http_module|mail,mail server||TAKE2
auth_http_pass_client_cert|ngx_mail_auth_http_module|mail,mail server||FLAG
auth_http_timeout|ngx_mail_auth_http_module|mail,mail server||TAKE1
auth_request|ngx_http_auth_request_module|http,server,location||TAKE1
auth_request_set|ngx_http_auth_request_module|http,server,location||TAKE2
autoindex|ngx_http_autoindex_module|http,server,location||FLAG
autoindex_exact_size|ngx_http_autoindex_module|http,server,location||FLAG
autoindex_format|ngx_http_autoindex_module|http,server,location||TAKE1
autoindex_localtime|ngx_http_autoindex_module|http,server,location||FLAG
break|ngx_http_rewrite_module|server,if in server,location,if in location||NOARGS
charset|ngx_http_charset_filter_module|http,server,location,if in location||TAKE1
charset_map|ngx_http_charset_filter_module|http|block|TAKE2
charset_types|ngx_http_charset_filter_module|http,server,location||1MORE
chunked_transfer_encoding|ngx_http_core_module|http,server,location||FLAG
client_body_buffer_size|ngx_http_core_module|http,server,location||TAKE1
client_body_early_read|ngx_http_core_module|http,server||1MORE
client_body_in_file_only|ngx_http_core_module|http,server,location||TAKE1
client_body_in_single_buffer|ngx_http_core_module|http,server,location||FLAG
client_body_temp_path|ngx_http_core_module|http,server,location||TAKE1234
client_body_timeout|ngx_http_core_module|http,server,location||TAKE1
client_header_buffer_size|ngx_http_core_module|http,server||TAKE1
client_header_timeout|ngx_http_core_module|http,server||TAKE1
client_max_body_size|ngx_http_core_module|http,server,location||TAKE1
connection_pool_size|ngx_http_core_module|http,server||TAKE1
create_full_put_path|ngx_http_dav_module|http,server,location||FLAG
daemon|nginx|main||FLAG
dav_access|ngx_http_dav_module|http,server,location||TAKE123
dav_methods|ngx_http_dav_module|http,server,location||1MORE
debug_connection|ngx_event|events||TAKE1
debug_points|nginx|main||TAKE1
default_type|ngx_http_core_module|http,server,location||TAKE1
degradation|ngx_http_degradation_module|http||TAKE1
degrade|ngx_http_degradation_module|http,server,location||TAKE1
deny|ngx_http_access_module|http,server,location,limit_except||TAKE1
deny|ngx_stream_access_module|stream,stream server||TAKE1
devpoll_changes|ngx_devpoll_module|events||TAKE1
devpoll_events|ngx_devpoll_module|events||TAKE1
directio|ngx_http_core_module|http,server,location||TAKE1
directio_alignment|ngx_http_core_module|http,server,location||TAKE1
disable_symlinks|ngx_http_core_module|http,server,location||TAKE12
early_hints|ngx_http_core_module|http,server,location||1MORE
empty_gif|ngx_http_empty_gif_module|location||NOARGS
env|nginx|main||TAKE1
epoll_events|ngx_epoll_module|events||TAKE1
error_log|ngx_http_core_module|http,server,location||1MORE
error_log|ngx_mail_core_module|mail,mail server||1MORE
error_log|ngx_stream_core_module|stream,stream server||1MORE
error_log|ngx_log|main||1MORE
error_page|ngx_http_core_module|http,server,location,if in location||2MORE
etag|ngx_http_core_module|http,server,location||FLAG
eventport_events|ngx_eventport_module|events||TAKE1
events|ngx_event|main|block|NOARGS
expires|ngx_http_headers_filter_module|http,server,location,if in location||TAKE12
fastcgi_bind|ngx_http_fastcgi_module|http,server,location||TAKE12
fastcgi_buffer_size|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_buffering|ngx_http_fastcgi_module|http,server,location||FLAG
fastcgi_buffers|ngx_http_fastcgi_module|http,server,location||TAKE2
fastcgi_busy_buffers_size|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_cache|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_cache_background_update|ngx_http_fastcgi_module|http,server,location||FLAG
fastcgi_cache_bypass|ngx_http_fastcgi_module|http,server,location||1MORE
fastcgi_cache_key|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_cache_lock|ngx_http_fastcgi_module|http,server,location||FLAG
fastcgi_cache_lock_age|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_cache_lock_timeout|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_cache_max_range_offset|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_cache_methods|ngx_http_fastcgi_module|http,server,location||1MORE
fastcgi_cache_min_uses|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_cache_path|ngx_http_fastcgi_module|http||2MORE
fastcgi_cache_revalidate|ngx_http_fastcgi_module|http,server,location||FLAG
fastcgi_cache_use_stale|ngx_http_fastcgi_module|http,server,location||1MORE
fastcgi_cache_valid|ngx_http_fastcgi_module|http,server,location||1MORE
fastcgi_catch_stderr|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_connect_timeout|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_force_ranges|ngx_http_fastcgi_module|http,server,location||FLAG
fastcgi_hide_header|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_ignore_client_abort|ngx_http_fastcgi_module|http,server,location||FLAG
fastcgi_ignore_headers|ngx_http_fastcgi_module|http,server,location||1MORE
fastcgi_index|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_intercept_errors|ngx_http_fastcgi_module|http,server,location||FLAG
fastcgi_keep_conn|ngx_http_fastcgi_module|http,server,location||FLAG
fastcgi_limit_rate|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_max_temp_file_size|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_next_upstream|ngx_http_fastcgi_module|http,server,location||1MORE
fastcgi_next_upstream_timeout|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_next_upstream_tries|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_no_cache|ngx_http_fastcgi_module|http,server,location||1MORE
fastcgi_param|ngx_http_fastcgi_module|http,server,location||TAKE23
fastcgi_pass|ngx_http_fastcgi_module|location,if in location||TAKE1
fastcgi_pass_header|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_pass_request_body|ngx_http_fastcgi_module|http,server,location||FLAG
fastcgi_pass_request_headers|ngx_http_fastcgi_module|http,server,location||FLAG
fastcgi_read_timeout|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_request_buffering|ngx_http_fastcgi_module|http,server,location||FLAG
fastcgi_send_lowat|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_send_timeout|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_socket_keepalive|ngx_http_fastcgi_module|http,server,location||FLAG
fastcgi_socket_rcvbuf|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_socket_sndbuf|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_split_path_info|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_store|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_store_access|ngx_http_fastcgi_module|http,server,location||TAKE123
fastcgi_temp_file_write_size|ngx_http_fastcgi_module|http,server,location||TAKE1
fastcgi_temp_path|ngx_http_fastcgi_module|http,server,location||TAKE1234
flv|ngx_http_flv_module|location||NOARGS
geo|ngx_http_geo_module|http|block|TAKE12
geo|ngx_stream_geo_module|stream|block|TAKE12
geoip_city|ngx_http_geoip_module|http||TAKE12
geoip_city|ngx_stream_geoip_module|stream||TAKE12
geoip_country|ngx_http_geoip_module|http||TAKE12
geoip_country|ngx_stream_geoip_module|stream||TAKE12
geoip_org|ngx_http_geoip_module|http||TAKE12
geoip_org|ngx_stream_geoip_module|stream||TAKE12
geoip_proxy|ngx_http_geoip_module|http||TAKE1
geoip_proxy_recursive|ngx_http_geoip_module|http||FLAG
google_perftools_profiles|ngx_google_perftools_module|main||TAKE1
grpc_bind|ngx_http_grpc_module|http,server,location||TAKE12
grpc_buffer_size|ngx_http_grpc_module|http,server,location||TAKE1
grpc_connect_timeout|ngx_http_grpc_module|http,server,location||TAKE1
grpc_hide_header|ngx_http_grpc_module|http,server,location||TAKE1
grpc_ignore_headers|ngx_http_grpc_module|http,server,location||1MORE
grpc_intercept_errors|ngx_http_grpc_module|http,server,location||FLAG
grpc_next_upstream|ngx_http_grpc_module|http,server,location||1MORE
grpc_next_upstream_timeout|ngx_http_grpc_module|http,server,location||TAKE1
grpc_next_upstream_tries|ngx_http_grpc_module|http,server,location||TAKE1
grpc_pass|ngx_http_grpc_module|location,if in location||TAKE1
grpc_pass_header|ngx_http_grpc_module|http,server,location||TAKE1
grpc_read_timeout|ngx_http_grpc_module|http,server,location||TAKE1
grpc_send_timeout|ngx_http_grpc_module|http,server,location||TAKE1
grpc_set_header|ngx_http_grpc_module|http,server,location||TAKE2
grpc_socket_keepalive|ngx_http_grpc_module|http,server,location||FLAG
grpc_socket_rcvbuf|ngx_http_grpc_module|http,server,location||TAKE1
grpc_socket_sndbuf|ngx_http_grpc_module|http,server,location||TAKE1
grpc_ssl_certificate|ngx_http_grpc_module|http,server,location||TAKE1
grpc_ssl_certificate_cache|ngx_http_grpc_module|http,server,location||TAKE123
grpc_ssl_certificate_key|ngx_http_grpc_module|http,server,location||TAKE1
grpc_ssl_ciphers|ngx_http_grpc_module|http,server,location||TAKE1
grpc_ssl_conf_command|ngx_http_grpc_module|http,server,location||TAKE2
grpc_ssl_crl|ngx_http_grpc_module|http,server,location||TAKE1
grpc_ssl_name|ngx_http_grpc_module|http,server,location||TAKE1
grpc_ssl_password_file|ngx_http_grpc_module|http,server,location||TAKE1
grpc_ssl_protocols|ngx_http_grpc_module|http,server,location||1MORE
grpc_ssl_server_name|ngx_http_grpc_module|http,server,location||FLAG
grpc_ssl_session_reuse|ngx_http_grpc_module|http,server,location||FLAG
grpc_ssl_trusted_certificate|ngx_http_grpc_module|http,server,location||TAKE1
grpc_ssl_verify|ngx_http_grpc_module|http,server,location||FLAG
grpc_ssl_verify_depth|ngx_http_grpc_module|http,server,location||TAKE1
gunzip|ngx_http_gunzip_filter_module|http,server,location||FLAG
gunzip_buffers|ngx_http_gunzip_filter_module|http,server,location||TAKE2
gzip|ngx_http_gzip_filter_module|http,server,location,if in location||FLAG
gzip_buffers|ngx_http_gzip_filter_module|http,server,location||TAKE2
gzip_comp_level|ngx_http_gzip_filter_module|http,server,location||TAKE1
gzip_disable|ngx_http_core_module|http,server,location||1MORE
gzip_hash|ngx_http_gzip_filter_module|http,server,location||TAKE1
gzip_http_version|ngx_http_core_module|http,server,location||TAKE1
gzip_min_length|ngx_http_gzip_filter_module|http,server,location||TAKE1
gzip_no_buffer|ngx_http_gzip_filter_module|http,server,location||FLAG
gzip_proxied|ngx_http_core_module|http,server,location||1MORE
gzip_static|ngx_http_gzip_static_module|http,server,location||TAKE1
gzip_types|ngx_http_gzip_filter_module|http,server,location||1MORE
gzip_vary|ngx_http_core_module|http,server,location||FLAG
gzip_window|ngx_http_gzip_filter_module|http,server,location||TAKE1
hash|ngx_http_upstream_hash_module|upstream||TAKE12
hash|ngx_stream_upstream_hash_module|stream upstream||TAKE12
http|ngx_http|main|block|NOARGS
http2|ngx_http_v2_module|http,server||FLAG
http2_body_preread_size|ngx_http_v2_module|http,server||TAKE1
http2_chunk_size|ngx_http_v2_module|http,server,location||TAKE1
http2_idle_timeout|ngx_http_v2_module|http,server||TAKE1
http2_max_concurrent_pushes|ngx_http_v2_module|http,server||TAKE1
http2_max_concurrent_streams|ngx_http_v2_module|http,server||TAKE1
http2_max_field_size|ngx_http_v2_module|http,server||TAKE1
http2_max_header_size|ngx_http_v2_module|http,server||TAKE1
http2_max_requests|ngx_http_v2_module|http,server||TAKE1
http2_pool_size|ngx_http_v2_module|http,server||TAKE1
http2_push|ngx_http_v2_module|http,server,location||TAKE1
http2_push_preload|ngx_http_v2_module|http,server,location||FLAG
http2_recv_buffer_size|ngx_http_v2_module|http||TAKE1
http2_recv_timeout|ngx_http_v2_module|http,server||TAKE1
http2_streams_index_size|ngx_http_v2_module|http,server||TAKE1
http3|ngx_http_v3_module|http,server||FLAG
http3_hq|ngx_http_v3_module|http,server||FLAG
http3_max_concurrent_streams|ngx_http_v3_module|http,server||TAKE1
http3_stream_buffer_size|ngx_http_v3_module|http,server||TAKE1
if|ngx_http_rewrite_module|server,location|block|1MORE
if_modified_since|ngx_http_core_module|http,server,location||TAKE1
ignore_invalid_headers|ngx_http_core_module|http,server||FLAG
image_filter|ngx_http_image_filter_module|location||TAKE123
image_filter_buffer|ngx_http_image_filter_module|http,server,location||TAKE1
image_filter_interlace|ngx_http_image_filter_module|http,server,location||FLAG
image_filter_jpeg_quality|ngx_http_image_filter_module|http,server,location||TAKE1
image_filter_sharpen|ngx_http_image_filter_module|http,server,location||TAKE1
image_filter_transparency|ngx_http_image_filter_module|http,server,location||FLAG
image_filter_webp_quality|ngx_http_image_filter_module|http,server,location||TAKE1
imap_auth|ngx_mail_imap_module|mail,mail server||1MORE
imap_capabilities|ngx_mail_imap_module|mail,mail server||1MORE
imap_client_buffer|ngx_mail_imap_module|mail,mail server||TAKE1
include|ngx_conf_file|any||TAKE1
index|ngx_http_index_module|http,server,location||1MORE
internal|ngx_http_core_module|location||NOARGS
iocp_threads|ngx_iocp_module|events||TAKE1
ip_hash|ngx_http_upstream_ip_hash_module|upstream||NOARGS
keepalive|ngx_http_upstream_keepalive_module|upstream||TAKE12
keepalive_disable|ngx_http_core_module|http,server,location||TAKE12
keepalive_min_timeout|ngx_http_core_module|http,server,location||TAKE1
keepalive_requests|ngx_http_core_module|http,server,location||TAKE1
keepalive_requests|ngx_http_upstream_keepalive_module|upstream||TAKE1
keepalive_time|ngx_http_core_module|http,server,location||TAKE1
keepalive_time|ngx_http_upstream_keepalive_module|upstream||TAKE1
keepalive_timeout|ngx_http_core_module|http,server,location||TAKE12
keepalive_timeout|ngx_http_upstream_keepalive_module|upstream||TAKE1
kqueue_changes|ngx_kqueue_module|events||TAKE1
kqueue_events|ngx_kqueue_module|events||TAKE1
large_client_header_buffers|ngx_http_core_module|http,server||TAKE2
least_conn|ngx_http_upstream_least_conn_module|upstream||NOARGS
least_conn|ngx_stream_upstream_least_conn_module|stream upstream||NOARGS
least_time|ngx_http_upstream_least_time_module|upstream||TAKE12
least_time|ngx_stream_upstream_least_time_module|stream upstream||TAKE12
limit_conn|ngx_http_limit_conn_module|http,server,location||TAKE2
limit_conn|ngx_stream_limit_conn_module|stream,stream server||TAKE2
limit_conn_dry_run|ngx_http_limit_conn_module|http,server,location||FLAG
limit_conn_dry_run|ngx_stream_limit_conn_module|stream,stream server||FLAG
limit_conn_log_level|ngx_http_limit_conn_module|http,server,location||TAKE1
limit_conn_log_level|ngx_stream_limit_conn_module|stream,stream server||TAKE1
limit_conn_status|ngx_http_limit_conn_module|http,server,location||TAKE1
limit_conn_zone|ngx_http_limit_conn_module|http||TAKE2
limit_conn_zone|ngx_stream_limit_conn_module|stream||TAKE2
limit_except|ngx_http_core_module|location|block|1MORE
limit_rate|ngx_http_core_module|http,server,location,if in location||TAKE1
limit_rate_after|ngx_http_core_module|http,server,location,if in location||TAKE1
limit_req|ngx_http_limit_req_module|http,server,location||TAKE123
limit_req_dry_run|ngx_http_limit_req_module|http,server,location||FLAG
limit_req_log_level|ngx_http_limit_req_module|http,server,location||TAKE1
limit_req_status|ngx_http_limit_req_module|http,server,location||TAKE1
limit_req_zone|ngx_http_limit_req_module|http||TAKE3
lingering_close|ngx_http_core_module|http,server,location||TAKE1
lingering_time|ngx_http_core_module|http,server,location||TAKE1
lingering_timeout|ngx_http_core_module|http,server,location||TAKE1
listen|ngx_http_core_module|server||1MORE
listen|ngx_mail_core_module|mail server||1MORE
listen|ngx_stream_core_module|stream server||1MORE
load_module|nginx|main||TAKE1
location|ngx_http_core_module|server,location|block|TAKE12
lock_file|nginx|main||TAKE1
log_format|ngx_http_log_module|http||2MORE
log_format|ngx_stream_log_module|stream||2MORE
log_not_found|ngx_http_core_module|http,server,location||FLAG
log_subrequest|ngx_http_core_module|http,server,location||FLAG
mail|ngx_mail|main|block|NOARGS
map|ngx_http_map_module|http|block|TAKE2
map|ngx_stream_map_module|stream|block|TAKE2
map_hash_bucket_size|ngx_http_map_module|http||TAKE1
map_hash_bucket_size|ngx_stream_map_module|stream||TAKE1
map_hash_max_size|ngx_http_map_module|http||TAKE1
map_hash_max_size|ngx_stream_map_module|stream||TAKE1
master_process|nginx|main||FLAG
max_errors|ngx_mail_core_module|mail,mail server||TAKE1
max_headers|ngx_http_core_module|http,server||TAKE1
max_ranges|ngx_http_core_module|http,server,location||TAKE1
memcached_bind|ngx_http_memcached_module|http,server,location||TAKE12
memcached_buffer_size|ngx_http_memcached_module|http,server,location||TAKE1
memcached_connect_timeout|ngx_http_memcached_module|http,server,location||TAKE1
memcached_gzip_flag|ngx_http_memcached_module|http,server,location||TAKE1
memcached_next_upstream|ngx_http_memcached_module|http,server,location||1MORE
memcached_next_upstream_timeout|ngx_http_memcached_module|http,server,location||TAKE1
memcached_next_upstream_tries|ngx_http_memcached_module|http,server,location||TAKE1
memcached_pass|ngx_http_memcached_module|location,if in location||TAKE1
memcached_read_timeout|ngx_http_memcached_module|http,server,location||TAKE1
memcached_send_timeout|ngx_http_memcached_module|http,server,location||TAKE1
memcached_socket_keepalive|ngx_http_memcached_module|http,server,location||FLAG
merge_slashes|ngx_http_core_module|http,server||FLAG
min_delete_depth|ngx_http_dav_module|http,server,location||TAKE1
mirror|ngx_http_mirror_module|http,server,location||TAKE1
mirror_request_body|ngx_http_mirror_module|http,server,location||FLAG
modern_browser|ngx_http_browser_module|http,server,location||TAKE12
modern_browser_value|ngx_http_browser_module|http,server,location||TAKE1
mp4|ngx_http_mp4_module|location||NOARGS
mp4_buffer_size|ngx_http_mp4_module|http,server,location||TAKE1
mp4_max_buffer_size|ngx_http_mp4_module|http,server,location||TAKE1
mp4_start_key_frame|ngx_http_mp4_module|http,server,location||FLAG
msie_padding|ngx_http_core_module|http,server,location||FLAG
msie_refresh|ngx_http_core_module|http,server,location||FLAG
multi_accept|ngx_event|events||FLAG
open_file_cache|ngx_http_core_module|http,server,location||TAKE12
open_file_cache_errors|ngx_http_core_module|http,server,location||FLAG
open_file_cache_events|ngx_http_core_module|http,server,location||FLAG
open_file_cache_min_uses|ngx_http_core_module|http,server,location||TAKE1
open_file_cache_valid|ngx_http_core_module|http,server,location||TAKE1
open_log_file_cache|ngx_http_log_module|http,server,location||TAKE1234
open_log_file_cache|ngx_stream_log_module|stream,stream server||TAKE1234
output_buffers|ngx_http_copy_filter_module|http,server,location||TAKE2
override_charset|ngx_http_charset_filter_module|http,server,location,if in location||FLAG
pass|ngx_stream_pass_module|stream server||TAKE1
pcre_jit|ngx_regex|main||FLAG
perl|ngx_http_perl_module|location,limit_except||TAKE1
perl_modules|ngx_http_perl_module|http||TAKE1
perl_require|ngx_http_perl_module|http||TAKE1
perl_set|ngx_http_perl_module|http||TAKE2
pid|nginx|main||TAKE1
pop3_auth|ngx_mail_pop3_module|mail,mail server||1MORE
pop3_capabilities|ngx_mail_pop3_module|mail,mail server||1MORE
port_in_redirect|ngx_http_core_module|http,server,location||FLAG
post_acceptex|ngx_iocp_module|events||TAKE1
post_action|ngx_http_core_module|http,server,location,if in location||TAKE1
postpone_gzipping|ngx_http_gzip_filter_module|http,server,location||TAKE1
postpone_output|ngx_http_core_module|http,server,location||TAKE1
preread_buffer_size|ngx_stream_core_module|stream,stream server||TAKE1
preread_timeout|ngx_stream_core_module|stream,stream server||TAKE1
protocol|ngx_mail_core_module|mail server||TAKE1
proxy|ngx_mail_proxy_module|mail,mail server||FLAG
proxy_bind|ngx_http_proxy_module|http,server,location||TAKE12
proxy_bind|ngx_stream_proxy_module|stream,stream server||TAKE12
proxy_buffer|ngx_mail_proxy_module|mail,mail server||TAKE1
proxy_buffer_size|ngx_http_proxy_module|http,server,location||TAKE1
proxy_buffer_size|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_buffering|ngx_http_proxy_module|http,server,location||FLAG
proxy_buffers|ngx_http_proxy_module|http,server,location||TAKE2
proxy_busy_buffers_size|ngx_http_proxy_module|http,server,location||TAKE1
proxy_cache|ngx_http_proxy_module|http,server,location||TAKE1
proxy_cache_background_update|ngx_http_proxy_module|http,server,location||FLAG
proxy_cache_bypass|ngx_http_proxy_module|http,server,location||1MORE
proxy_cache_convert_head|ngx_http_proxy_module|http,server,location||FLAG
proxy_cache_key|ngx_http_proxy_module|http,server,location||TAKE1
proxy_cache_lock|ngx_http_proxy_module|http,server,location||FLAG
proxy_cache_lock_age|ngx_http_proxy_module|http,server,location||TAKE1
proxy_cache_lock_timeout|ngx_http_proxy_module|http,server,location||TAKE1
proxy_cache_max_range_offset|ngx_http_proxy_module|http,server,location||TAKE1
proxy_cache_methods|ngx_http_proxy_module|http,server,location||1MORE
proxy_cache_min_uses|ngx_http_proxy_module|http,server,location||TAKE1
proxy_cache_path|ngx_http_proxy_module|http||2MORE
proxy_cache_revalidate|ngx_http_proxy_module|http,server,location||FLAG
proxy_cache_use_stale|ngx_http_proxy_module|http,server,location||1MORE
proxy_cache_valid|ngx_http_proxy_module|http,server,location||1MORE
proxy_connect_timeout|ngx_http_proxy_module|http,server,location||TAKE1
proxy_connect_timeout|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_cookie_domain|ngx_http_proxy_module|http,server,location||TAKE12
proxy_cookie_flags|ngx_http_proxy_module|http,server,location||TAKE1234
proxy_cookie_path|ngx_http_proxy_module|http,server,location||TAKE12
proxy_download_rate|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_downstream_buffer|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_force_ranges|ngx_http_proxy_module|http,server,location||FLAG
proxy_half_close|ngx_stream_proxy_module|stream,stream server||FLAG
proxy_headers_hash_bucket_size|ngx_http_proxy_module|http,server,location||TAKE1
proxy_headers_hash_max_size|ngx_http_proxy_module|http,server,location||TAKE1
proxy_hide_header|ngx_http_proxy_module|http,server,location||TAKE1
proxy_http_version|ngx_http_proxy_module|http,server,location||TAKE1
proxy_ignore_client_abort|ngx_http_proxy_module|http,server,location||FLAG
proxy_ignore_headers|ngx_http_proxy_module|http,server,location||1MORE
proxy_intercept_errors|ngx_http_proxy_module|http,server,location||FLAG
proxy_limit_rate|ngx_http_proxy_module|http,server,location||TAKE1
proxy_max_temp_file_size|ngx_http_proxy_module|http,server,location||TAKE1
proxy_method|ngx_http_proxy_module|http,server,location||TAKE1
proxy_next_upstream|ngx_http_proxy_module|http,server,location||1MORE
proxy_next_upstream|ngx_stream_proxy_module|stream,stream server||FLAG
proxy_next_upstream_timeout|ngx_http_proxy_module|http,server,location||TAKE1
proxy_next_upstream_timeout|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_next_upstream_tries|ngx_http_proxy_module|http,server,location||TAKE1
proxy_next_upstream_tries|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_no_cache|ngx_http_proxy_module|http,server,location||1MORE
proxy_pass|ngx_http_proxy_module|location,if in location,limit_except||TAKE1
proxy_pass|ngx_stream_proxy_module|stream server||TAKE1
proxy_pass_error_message|ngx_mail_proxy_module|mail,mail server||FLAG
proxy_pass_header|ngx_http_proxy_module|http,server,location||TAKE1
proxy_pass_request_body|ngx_http_proxy_module|http,server,location||FLAG
proxy_pass_request_headers|ngx_http_proxy_module|http,server,location||FLAG
proxy_pass_trailers|ngx_http_proxy_module|http,server,location||FLAG
proxy_protocol|ngx_mail_proxy_module|mail,mail server||TAKE1
proxy_protocol|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_protocol_timeout|ngx_stream_core_module|stream,stream server||TAKE1
proxy_read_timeout|ngx_http_proxy_module|http,server,location||TAKE1
proxy_redirect|ngx_http_proxy_module|http,server,location||TAKE12
proxy_request_buffering|ngx_http_proxy_module|http,server,location||FLAG
proxy_requests|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_responses|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_send_lowat|ngx_http_proxy_module|http,server,location||TAKE1
proxy_send_timeout|ngx_http_proxy_module|http,server,location||TAKE1
proxy_set_body|ngx_http_proxy_module|http,server,location||TAKE1
proxy_set_header|ngx_http_proxy_module|http,server,location||TAKE2
proxy_smtp_auth|ngx_mail_proxy_module|mail,mail server||FLAG
proxy_socket_keepalive|ngx_http_proxy_module|http,server,location||FLAG
proxy_socket_keepalive|ngx_stream_proxy_module|stream,stream server||FLAG
proxy_socket_rcvbuf|ngx_http_proxy_module|http,server,location||TAKE1
proxy_socket_rcvbuf|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_socket_sndbuf|ngx_http_proxy_module|http,server,location||TAKE1
proxy_socket_sndbuf|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_ssl|ngx_stream_proxy_module|stream,stream server||FLAG
proxy_ssl_alpn|ngx_stream_proxy_module|stream,stream server||1MORE
proxy_ssl_certificate|ngx_http_proxy_module|http,server,location||TAKE1
proxy_ssl_certificate|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_ssl_certificate_cache|ngx_http_proxy_module|http,server,location||TAKE123
proxy_ssl_certificate_cache|ngx_stream_proxy_module|stream,stream server||TAKE123
proxy_ssl_certificate_key|ngx_http_proxy_module|http,server,location||TAKE1
proxy_ssl_certificate_key|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_ssl_ciphers|ngx_http_proxy_module|http,server,location||TAKE1
proxy_ssl_ciphers|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_ssl_conf_command|ngx_http_proxy_module|http,server,location||TAKE2
proxy_ssl_conf_command|ngx_stream_proxy_module|stream,stream server||TAKE2
proxy_ssl_crl|ngx_http_proxy_module|http,server,location||TAKE1
proxy_ssl_crl|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_ssl_name|ngx_http_proxy_module|http,server,location||TAKE1
proxy_ssl_name|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_ssl_password_file|ngx_http_proxy_module|http,server,location||TAKE1
proxy_ssl_password_file|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_ssl_protocols|ngx_http_proxy_module|http,server,location||1MORE
proxy_ssl_protocols|ngx_stream_proxy_module|stream,stream server||1MORE
proxy_ssl_server_name|ngx_http_proxy_module|http,server,location||FLAG
proxy_ssl_server_name|ngx_stream_proxy_module|stream,stream server||FLAG
proxy_ssl_session_reuse|ngx_http_proxy_module|http,server,location||FLAG
proxy_ssl_session_reuse|ngx_stream_proxy_module|stream,stream server||FLAG
proxy_ssl_trusted_certificate|ngx_http_proxy_module|http,server,location||TAKE1
proxy_ssl_trusted_certificate|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_ssl_verify|ngx_http_proxy_module|http,server,location||FLAG
proxy_ssl_verify|ngx_stream_proxy_module|stream,stream server||FLAG
proxy_ssl_verify_depth|ngx_http_proxy_module|http,server,location||TAKE1
proxy_ssl_verify_depth|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_store|ngx_http_proxy_module|http,server,location||TAKE1
proxy_store_access|ngx_http_proxy_module|http,server,location||TAKE123
proxy_temp_file_write_size|ngx_http_proxy_module|http,server,location||TAKE1
proxy_temp_path|ngx_http_proxy_module|http,server,location||TAKE1234
proxy_timeout|ngx_mail_proxy_module|mail,mail server||TAKE1
proxy_timeout|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_upload_rate|ngx_stream_proxy_module|stream,stream server||TAKE1
proxy_upstream_buffer|ngx_stream_proxy_module|stream,stream server||TAKE1
quic_active_connection_id_limit|ngx_http_v3_module|http,server||TAKE1
quic_bpf|ngx_event_quic_bpf|main||FLAG
quic_gso|ngx_http_v3_module|http,server||FLAG
quic_host_key|ngx_http_v3_module|http,server||TAKE1
quic_retry|ngx_http_v3_module|http,server||FLAG
random|ngx_http_upstream_random_module|upstream||NOARGS,TAKE12
random|ngx_stream_upstream_random_module|stream upstream||NOARGS,TAKE12
random_index|ngx_http_random_index_module|location||FLAG
read_ahead|ngx_http_core_module|http,server,location||TAKE1
real_ip_header|ngx_http_realip_module|http,server,location||TAKE1
real_ip_recursive|ngx_http_realip_module|http,server,location||FLAG
recursive_error_pages|ngx_http_core_module|http,server,location||FLAG
referer_hash_bucket_size|ngx_http_referer_module|server,location||TAKE1
referer_hash_max_size|ngx_http_referer_module|server,location||TAKE1
request_pool_size|ngx_http_core_module|http,server||TAKE1
reset_timedout_connection|ngx_http_core_module|http,server,location||FLAG
resolver|ngx_http_core_module|http,server,location||1MORE
resolver|ngx_http_upstream|upstream||1MORE
resolver|ngx_mail_core_module|mail,mail server||1MORE
resolver|ngx_stream_core_module|stream,stream server||1MORE
resolver|ngx_stream_upstream|stream upstream||1MORE
resolver_timeout|ngx_http_core_module|http,server,location||TAKE1
resolver_timeout|ngx_http_upstream|upstream||TAKE1
resolver_timeout|ngx_mail_core_module|mail,mail server||TAKE1
resolver_timeout|ngx_stream_core_module|stream,stream server||TAKE1
resolver_timeout|ngx_stream_upstream|stream upstream||TAKE1
return|ngx_http_rewrite_module|server,if in server,location,if in location||TAKE12
return|ngx_stream_return_module|stream server||TAKE1
rewrite|ngx_http_rewrite_module|server,if in server,location,if in location||TAKE23
rewrite_log|ngx_http_rewrite_module|http,server,if in server,location,if in location||FLAG
root|ngx_http_core_module|http,server,location,if in location||TAKE1
satisfy|ngx_http_core_module|http,server,location||TAKE1
scgi_bind|ngx_http_scgi_module|http,server,location||TAKE12
scgi_buffer_size|ngx_http_scgi_module|http,server,location||TAKE1
scgi_buffering|ngx_http_scgi_module|http,server,location||FLAG
scgi_buffers|ngx_http_scgi_module|http,server,location||TAKE2
scgi_busy_buffers_size|ngx_http_scgi_module|http,server,location||TAKE1
scgi_cache|ngx_http_scgi_module|http,server,location||TAKE1
scgi_cache_background_update|ngx_http_scgi_module|http,server,location||FLAG
scgi_cache_bypass|ngx_http_scgi_module|http,server,location||1MORE
scgi_cache_key|ngx_http_scgi_module|http,server,location||TAKE1
scgi_cache_lock|ngx_http_scgi_module|http,server,location||FLAG
scgi_cache_lock_age|ngx_http_scgi_module|http,server,location||TAKE1
scgi_cache_lock_timeout|ngx_http_scgi_module|http,server,location||TAKE1
scgi_cache_max_range_offset|ngx_http_scgi_module|http,server,location||TAKE1
scgi_cache_methods|ngx_http_scgi_module|http,server,location||1MORE
scgi_cache_min_uses|ngx_http_scgi_module|http,server,location||TAKE1
scgi_cache_path|ngx_http_scgi_module|http||2MORE
scgi_cache_revalidate|ngx_http_scgi_module|http,server,location||FLAG
scgi_cache_use_stale|ngx_http_scgi_module|http,server,location||1MORE
scgi_cache_valid|ngx_http_scgi_module|http,server,location||1MORE
scgi_connect_timeout|ngx_http_scgi_module|http,server,location||TAKE1
scgi_force_ranges|ngx_http_scgi_module|http,server,location||FLAG
scgi_hide_header|ngx_http_scgi_module|http,server,location||TAKE1
scgi_ignore_client_abort|ngx_http_scgi_module|http,server,location||FLAG
scgi_ignore_headers|ngx_http_scgi_module|http,server,location||1MORE
scgi_intercept_errors|ngx_http_scgi_module|http,server,location||FLAG
scgi_limit_rate|ngx_http_scgi_module|http,server,location||TAKE1
scgi_max_temp_file_size|ngx_http_scgi_module|http,server,location||TAKE1
scgi_next_upstream|ngx_http_scgi_module|http,server,location||1MORE
scgi_next_upstream_timeout|ngx_http_scgi_module|http,server,location||TAKE1
scgi_next_upstream_tries|ngx_http_scgi_module|http,server,location||TAKE1
scgi_no_cache|ngx_http_scgi_module|http,server,location||1MORE
scgi_param|ngx_http_scgi_module|http,server,location||TAKE23
scgi_pass|ngx_http_scgi_module|location,if in location||TAKE1
scgi_pass_header|ngx_http_scgi_module|http,server,location||TAKE1
scgi_pass_request_body|ngx_http_scgi_module|http,server,location||FLAG
scgi_pass_request_headers|ngx_http_scgi_module|http,server,location||FLAG
scgi_read_timeout|ngx_http_scgi_module|http,server,location||TAKE1
scgi_request_buffering|ngx_http_scgi_module|http,server,location||FLAG
scgi_send_timeout|ngx_http_scgi_module|http,server,location||TAKE1
scgi_socket_keepalive|ngx_http_scgi_module|http,server,location||FLAG
scgi_socket_rcvbuf|ngx_http_scgi_module|http,server,location||TAKE1
scgi_socket_sndbuf|ngx_http_scgi_module|http,server,location||TAKE1
scgi_store|ngx_http_scgi_module|http,server,location||TAKE1
scgi_store_access|ngx_http_scgi_module|http,server,location||TAKE123
scgi_temp_file_write_size|ngx_http_scgi_module|http,server,location||TAKE1
scgi_temp_path|ngx_http_scgi_module|http,server,location||TAKE1234
secure_link|ngx_http_secure_link_module|http,server,location||TAKE1
secure_link_md5|ngx_http_secure_link_module|http,server,location||TAKE1
secure_link_secret|ngx_http_secure_link_module|http,server,location||TAKE1
send_lowat|ngx_http_core_module|http,server,location||TAKE1
send_timeout|ngx_http_core_module|http,server,location||TAKE1
sendfile|ngx_http_core_module|http,server,location,if in location||FLAG
sendfile_max_chunk|ngx_http_core_module|http,server,location||TAKE1
server|ngx_http_core_module|http|block|NOARGS
server|ngx_http_upstream|upstream||1MORE
server|ngx_mail_core_module|mail|block|NOARGS
server|ngx_stream_core_module|stream|block|NOARGS
server|ngx_stream_upstream|stream upstream||1MORE
server_name|ngx_http_core_module|server||1MORE
server_name|ngx_mail_core_module|mail,mail server||TAKE1
server_name|ngx_stream_core_module|stream server||1MORE
server_name_in_redirect|ngx_http_core_module|http,server,location||FLAG
server_names_hash_bucket_size|ngx_http_core_module|http||TAKE1
server_names_hash_bucket_size|ngx_stream_core_module|stream||TAKE1
server_names_hash_max_size|ngx_http_core_module|http||TAKE1
server_names_hash_max_size|ngx_stream_core_module|stream||TAKE1
server_tokens|ngx_http_core_module|http,server,location||TAKE1
set|ngx_http_rewrite_module|server,if in server,location,if in location||TAKE2
set|ngx_stream_set_module|stream server||TAKE2
set_real_ip_from|ngx_http_realip_module|http,server,location||TAKE1
set_real_ip_from|ngx_mail_realip_module|mail,mail server||TAKE1
set_real_ip_from|ngx_stream_realip_module|stream,stream server||TAKE1
slice|ngx_http_slice_filter_module|http,server,location||TAKE1
smtp_auth|ngx_mail_smtp_module|mail,mail server||1MORE
smtp_capabilities|ngx_mail_smtp_module|mail,mail server||1MORE
smtp_client_buffer|ngx_mail_smtp_module|mail,mail server||TAKE1
smtp_greeting_delay|ngx_mail_smtp_module|mail,mail server||TAKE1
source_charset|ngx_http_charset_filter_module|http,server,location,if in location||TAKE1
split_clients|ngx_http_split_clients_module|http|block|TAKE2
split_clients|ngx_stream_split_clients_module|stream|block|TAKE2
ssi|ngx_http_ssi_filter_module|http,server,location,if in location||FLAG
ssi_ignore_recycled_buffers|ngx_http_ssi_filter_module|http,server,location||FLAG
ssi_last_modified|ngx_http_ssi_filter_module|http,server,location||FLAG
ssi_min_file_chunk|ngx_http_ssi_filter_module|http,server,location||TAKE1
ssi_silent_errors|ngx_http_ssi_filter_module|http,server,location||FLAG
ssi_types|ngx_http_ssi_filter_module|http,server,location||1MORE
ssi_value_length|ngx_http_ssi_filter_module|http,server,location||TAKE1
ssl_alpn|ngx_stream_ssl_module|stream,stream server||1MORE
ssl_buffer_size|ngx_http_ssl_module|http,server||TAKE1
ssl_certificate|ngx_http_ssl_module|http,server||TAKE1
ssl_certificate|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_certificate|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_certificate_cache|ngx_http_ssl_module|http,server||TAKE123
ssl_certificate_cache|ngx_stream_ssl_module|stream,stream server||TAKE123
ssl_certificate_compression|ngx_http_ssl_module|http,server||FLAG
ssl_certificate_compression|ngx_mail_ssl_module|mail,mail server||FLAG
ssl_certificate_compression|ngx_stream_ssl_module|stream,stream server||FLAG
ssl_certificate_key|ngx_http_ssl_module|http,server||TAKE1
ssl_certificate_key|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_certificate_key|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_ciphers|ngx_http_ssl_module|http,server||TAKE1
ssl_ciphers|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_ciphers|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_client_certificate|ngx_http_ssl_module|http,server||TAKE1
ssl_client_certificate|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_client_certificate|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_conf_command|ngx_http_ssl_module|http,server||TAKE2
ssl_conf_command|ngx_mail_ssl_module|mail,mail server||TAKE2
ssl_conf_command|ngx_stream_ssl_module|stream,stream server||TAKE2
ssl_crl|ngx_http_ssl_module|http,server||TAKE1
ssl_crl|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_crl|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_dhparam|ngx_http_ssl_module|http,server||TAKE1
ssl_dhparam|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_dhparam|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_early_data|ngx_http_ssl_module|http,server||FLAG
ssl_ecdh_curve|ngx_http_ssl_module|http,server||TAKE1
ssl_ecdh_curve|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_ecdh_curve|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_ech_file|ngx_http_ssl_module|http,server||TAKE1
ssl_ech_file|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_engine|ngx_event_openssl|main||TAKE1
ssl_handshake_timeout|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_object_cache_inheritable|ngx_event_openssl_cache|main||FLAG
ssl_ocsp|ngx_http_ssl_module|http,server||TAKE1
ssl_ocsp|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_ocsp_cache|ngx_http_ssl_module|http,server||TAKE1
ssl_ocsp_cache|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_ocsp_responder|ngx_http_ssl_module|http,server||TAKE1
ssl_ocsp_responder|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_password_file|ngx_http_ssl_module|http,server||TAKE1
ssl_password_file|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_password_file|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_prefer_server_ciphers|ngx_http_ssl_module|http,server||FLAG
ssl_prefer_server_ciphers|ngx_mail_ssl_module|mail,mail server||FLAG
ssl_prefer_server_ciphers|ngx_stream_ssl_module|stream,stream server||FLAG
ssl_preread|ngx_stream_ssl_preread_module|stream,stream server||FLAG
ssl_protocols|ngx_http_ssl_module|http,server||1MORE
ssl_protocols|ngx_mail_ssl_module|mail,mail server||1MORE
ssl_protocols|ngx_stream_ssl_module|stream,stream server||1MORE
ssl_reject_handshake|ngx_http_ssl_module|http,server||FLAG
ssl_reject_handshake|ngx_stream_ssl_module|stream,stream server||FLAG
ssl_session_cache|ngx_http_ssl_module|http,server||TAKE12
ssl_session_cache|ngx_mail_ssl_module|mail,mail server||TAKE12
ssl_session_cache|ngx_stream_ssl_module|stream,stream server||TAKE12
ssl_session_ticket_key|ngx_http_ssl_module|http,server||TAKE1
ssl_session_ticket_key|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_session_ticket_key|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_session_tickets|ngx_http_ssl_module|http,server||FLAG
ssl_session_tickets|ngx_mail_ssl_module|mail,mail server||FLAG
ssl_session_tickets|ngx_stream_ssl_module|stream,stream server||FLAG
ssl_session_timeout|ngx_http_ssl_module|http,server||TAKE1
ssl_session_timeout|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_session_timeout|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_stapling|ngx_http_ssl_module|http,server||FLAG
ssl_stapling|ngx_stream_ssl_module|stream,stream server||FLAG
ssl_stapling_file|ngx_http_ssl_module|http,server||TAKE1
ssl_stapling_file|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_stapling_responder|ngx_http_ssl_module|http,server||TAKE1
ssl_stapling_responder|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_stapling_verify|ngx_http_ssl_module|http,server||FLAG
ssl_stapling_verify|ngx_stream_ssl_module|stream,stream server||FLAG
ssl_trusted_certificate|ngx_http_ssl_module|http,server||TAKE1
ssl_trusted_certificate|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_trusted_certificate|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_verify_client|ngx_http_ssl_module|http,server||TAKE1
ssl_verify_client|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_verify_client|ngx_stream_ssl_module|stream,stream server||TAKE1
ssl_verify_depth|ngx_http_ssl_module|http,server||TAKE1
ssl_verify_depth|ngx_mail_ssl_module|mail,mail server||TAKE1
ssl_verify_depth|ngx_stream_ssl_module|stream,stream server||TAKE1
starttls|ngx_mail_ssl_module|mail,mail server||TAKE1
sticky|ngx_http_upstream_sticky_module|upstream||2MORE
stream|ngx_stream|main|block|NOARGS
stub_status|ngx_http_stub_status_module|server,location||NOARGS,TAKE1
sub_filter|ngx_http_sub_filter_module|http,server,location||TAKE2
sub_filter_last_modified|ngx_http_sub_filter_module|http,server,location||FLAG
sub_filter_once|ngx_http_sub_filter_module|http,server,location||FLAG
sub_filter_types|ngx_http_sub_filter_module|http,server,location||1MORE
subrequest_output_buffer_size|ngx_http_core_module|http,server,location||TAKE1
tcp_nodelay|ngx_http_core_module|http,server,location||FLAG
tcp_nodelay|ngx_stream_core_module|stream,stream server||FLAG
tcp_nopush|ngx_http_core_module|http,server,location||FLAG
thread_pool|ngx_thread_pool|main||TAKE23
timeout|ngx_mail_core_module|mail,mail server||TAKE1
timer_resolution|nginx|main||TAKE1
try_files|ngx_http_try_files_module|server,location||2MORE
tunnel_bind|ngx_http_tunnel_module|http,server,location||TAKE12
tunnel_buffer_size|ngx_http_tunnel_module|http,server,location||TAKE1
tunnel_connect_timeout|ngx_http_tunnel_module|http,server,location||TAKE1
tunnel_next_upstream|ngx_http_tunnel_module|http,server,location||1MORE
tunnel_next_upstream_timeout|ngx_http_tunnel_module|http,server,location||TAKE1
tunnel_next_upstream_tries|ngx_http_tunnel_module|http,server,location||TAKE1
tunnel_pass|ngx_http_tunnel_module|server,location,if in location||NOARGS,TAKE1
tunnel_read_timeout|ngx_http_tunnel_module|http,server,location||TAKE1
tunnel_send_lowat|ngx_http_tunnel_module|http,server,location||TAKE1
tunnel_send_timeout|ngx_http_tunnel_module|http,server,location||TAKE1
tunnel_socket_keepalive|ngx_http_tunnel_module|http,server,location||FLAG
tunnel_socket_rcvbuf|ngx_http_tunnel_module|http,server,location||TAKE1
tunnel_socket_sndbuf|ngx_http_tunnel_module|http,server,location||TAKE1
types|ngx_http_core_module|http,server,location|block|NOARGS
types_hash_bucket_size|ngx_http_core_module|http,server,location||TAKE1
types_hash_max_size|ngx_http_core_module|http,server,location||TAKE1
underscores_in_headers|ngx_http_core_module|http,server||FLAG
uninitialized_variable_warn|ngx_http_rewrite_module|http,server,if in server,location,if in location||FLAG
upstream|ngx_http_upstream|http|block|TAKE1
upstream|ngx_stream_upstream|stream|block|TAKE1
use|ngx_event|events||TAKE1
user|nginx|main||TAKE12
userid|ngx_http_userid_filter_module|http,server,location||TAKE1
userid_domain|ngx_http_userid_filter_module|http,server,location||TAKE1
userid_expires|ngx_http_userid_filter_module|http,server,location||TAKE1
userid_flags|ngx_http_userid_filter_module|http,server,location||TAKE123
userid_mark|ngx_http_userid_filter_module|http,server,location||TAKE1
userid_name|ngx_http_userid_filter_module|http,server,location||TAKE1
userid_p3p|ngx_http_userid_filter_module|http,server,location||TAKE1
userid_path|ngx_http_userid_filter_module|http,server,location||TAKE1
userid_service|ngx_http_userid_filter_module|http,server,location||TAKE1
uwsgi_bind|ngx_http_uwsgi_module|http,server,location||TAKE12
uwsgi_buffer_size|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_buffering|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_buffers|ngx_http_uwsgi_module|http,server,location||TAKE2
uwsgi_busy_buffers_size|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_cache|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_cache_background_update|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_cache_bypass|ngx_http_uwsgi_module|http,server,location||1MORE
uwsgi_cache_key|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_cache_lock|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_cache_lock_age|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_cache_lock_timeout|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_cache_max_range_offset|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_cache_methods|ngx_http_uwsgi_module|http,server,location||1MORE
uwsgi_cache_min_uses|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_cache_path|ngx_http_uwsgi_module|http||2MORE
uwsgi_cache_revalidate|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_cache_use_stale|ngx_http_uwsgi_module|http,server,location||1MORE
uwsgi_cache_valid|ngx_http_uwsgi_module|http,server,location||1MORE
uwsgi_connect_timeout|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_force_ranges|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_hide_header|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_ignore_client_abort|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_ignore_headers|ngx_http_uwsgi_module|http,server,location||1MORE
uwsgi_intercept_errors|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_limit_rate|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_max_temp_file_size|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_modifier1|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_modifier2|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_next_upstream|ngx_http_uwsgi_module|http,server,location||1MORE
uwsgi_next_upstream_timeout|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_next_upstream_tries|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_no_cache|ngx_http_uwsgi_module|http,server,location||1MORE
uwsgi_param|ngx_http_uwsgi_module|http,server,location||TAKE23
uwsgi_pass|ngx_http_uwsgi_module|location,if in location||TAKE1
uwsgi_pass_header|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_pass_request_body|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_pass_request_headers|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_read_timeout|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_request_buffering|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_send_timeout|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_socket_keepalive|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_socket_rcvbuf|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_socket_sndbuf|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_ssl_certificate|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_ssl_certificate_cache|ngx_http_uwsgi_module|http,server,location||TAKE123
uwsgi_ssl_certificate_key|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_ssl_ciphers|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_ssl_conf_command|ngx_http_uwsgi_module|http,server,location||TAKE2
uwsgi_ssl_crl|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_ssl_name|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_ssl_password_file|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_ssl_protocols|ngx_http_uwsgi_module|http,server,location||1MORE
uwsgi_ssl_server_name|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_ssl_session_reuse|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_ssl_trusted_certificate|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_ssl_verify|ngx_http_uwsgi_module|http,server,location||FLAG
uwsgi_ssl_verify_depth|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_store|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_store_access|ngx_http_uwsgi_module|http,server,location||TAKE123
uwsgi_string|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_temp_file_write_size|ngx_http_uwsgi_module|http,server,location||TAKE1
uwsgi_temp_path|ngx_http_uwsgi_module|http,server,location||TAKE1234
valid_referers|ngx_http_referer_module|server,location||1MORE
variables_hash_bucket_size|ngx_http_core_module|http||TAKE1
variables_hash_bucket_size|ngx_stream_core_module|stream||TAKE1
variables_hash_max_size|ngx_http_core_module|http||TAKE1
variables_hash_max_size|ngx_stream_core_module|stream||TAKE1
worker_aio_requests|ngx_epoll_module|events||TAKE1
worker_connections|ngx_event|events||TAKE1
worker_cpu_affinity|nginx|main||1MORE
worker_priority|nginx|main||TAKE1
worker_processes|nginx|main||TAKE1
worker_rlimit_core|nginx|main||TAKE1
worker_rlimit_nofile|nginx|main||TAKE1
worker_shutdown_timeout|nginx|main||TAKE1
working_directory|nginx|main||TAKE1
xclient|ngx_mail_proxy_module|mail,mail server||FLAG
xml_entities|ngx_http_xslt_filter_module|http,server,location||TAKE1
xml_external_entities|ngx_http_xslt_filter_module|http,server,location||FLAG
xslt_last_modified|ngx_http_xslt_filter_module|http,server,location||FLAG
xslt_param|ngx_http_xslt_filter_module|http,server,location||TAKE2
xslt_string_param|ngx_http_xslt_filter_module|http,server,location||TAKE2
xslt_stylesheet|ngx_http_xslt_filter_module|location||1MORE
xslt_types|ngx_http_xslt_filter_module|http,server,location||1MORE
zone|ngx_http_upstream_zone_module|upstream||TAKE12
zone|ngx_stream_upstream_zone_module|stream upstream||TAKE12
`;
