/** Command tables of Apache httpd 2.4.71 (Debian build), with those of modules for other platforms from the 2.4.62 sources. */
export const modules = [
  { name: 'mod_access_compat', symbol: 'access_compat_module', file: 'mod_access_compat' },
  { name: 'mod_actions', symbol: 'actions_module', file: 'mod_actions' },
  { name: 'mod_alias', symbol: 'alias_module', file: 'mod_alias' },
  { name: 'mod_allowmethods', symbol: 'allowmethods_module', file: 'mod_allowmethods' },
  { name: 'mod_asis', symbol: 'asis_module', file: 'mod_asis' },
  { name: 'mod_auth_basic', symbol: 'auth_basic_module', file: 'mod_auth_basic' },
  { name: 'mod_auth_digest', symbol: 'auth_digest_module', file: 'mod_auth_digest' },
  { name: 'mod_auth_form', symbol: 'auth_form_module', file: 'mod_auth_form' },
  { name: 'mod_authn_anon', symbol: 'authn_anon_module', file: 'mod_authn_anon' },
  { name: 'mod_authn_core', symbol: 'authn_core_module', file: 'mod_authn_core' },
  { name: 'mod_authn_dbd', symbol: 'authn_dbd_module', file: 'mod_authn_dbd' },
  { name: 'mod_authn_dbm', symbol: 'authn_dbm_module', file: 'mod_authn_dbm' },
  { name: 'mod_authn_file', symbol: 'authn_file_module', file: 'mod_authn_file' },
  { name: 'mod_authn_socache', symbol: 'authn_socache_module', file: 'mod_authn_socache' },
  { name: 'mod_authnz_fcgi', symbol: 'authnz_fcgi_module', file: 'mod_authnz_fcgi' },
  { name: 'mod_authnz_ldap', symbol: 'authnz_ldap_module', file: 'mod_authnz_ldap' },
  { name: 'mod_authz_core', symbol: 'authz_core_module', file: 'mod_authz_core' },
  { name: 'mod_authz_dbd', symbol: 'authz_dbd_module', file: 'mod_authz_dbd' },
  { name: 'mod_authz_dbm', symbol: 'authz_dbm_module', file: 'mod_authz_dbm' },
  { name: 'mod_authz_groupfile', symbol: 'authz_groupfile_module', file: 'mod_authz_groupfile' },
  { name: 'mod_authz_host', symbol: 'authz_host_module', file: 'mod_authz_host' },
  { name: 'mod_authz_owner', symbol: 'authz_owner_module', file: 'mod_authz_owner' },
  { name: 'mod_authz_user', symbol: 'authz_user_module', file: 'mod_authz_user' },
  { name: 'mod_autoindex', symbol: 'autoindex_module', file: 'mod_autoindex' },
  { name: 'mod_brotli', symbol: 'brotli_module', file: 'mod_brotli' },
  { name: 'mod_bucketeer', symbol: 'bucketeer_module', file: 'mod_bucketeer' },
  { name: 'mod_buffer', symbol: 'buffer_module', file: 'mod_buffer' },
  { name: 'mod_cache_disk', symbol: 'cache_disk_module', file: 'mod_cache_disk' },
  { name: 'mod_cache', symbol: 'cache_module', file: 'mod_cache' },
  { name: 'mod_cache_socache', symbol: 'cache_socache_module', file: 'mod_cache_socache' },
  { name: 'mod_case_filter_in', symbol: 'case_filter_in_module', file: 'mod_case_filter_in' },
  { name: 'mod_case_filter', symbol: 'case_filter_module', file: 'mod_case_filter' },
  { name: 'mod_cern_meta', symbol: 'cern_meta_module', file: 'mod_cern_meta' },
  { name: 'mod_cgi', symbol: 'cgi_module', file: 'mod_cgi' },
  { name: 'mod_cgid', symbol: 'cgid_module', file: 'mod_cgid' },
  { name: 'mod_charset_lite', symbol: 'charset_lite_module', file: 'mod_charset_lite' },
  { name: 'core', symbol: 'core_module', file: null },
  { name: 'mod_data', symbol: 'data_module', file: 'mod_data' },
  { name: 'mod_dav_fs', symbol: 'dav_fs_module', file: 'mod_dav_fs' },
  { name: 'mod_dav_lock', symbol: 'dav_lock_module', file: 'mod_dav_lock' },
  { name: 'mod_dav', symbol: 'dav_module', file: 'mod_dav' },
  { name: 'mod_dbd', symbol: 'dbd_module', file: 'mod_dbd' },
  { name: 'mod_deflate', symbol: 'deflate_module', file: 'mod_deflate' },
  { name: 'mod_dialup', symbol: 'dialup_module', file: 'mod_dialup' },
  { name: 'mod_dir', symbol: 'dir_module', file: 'mod_dir' },
  { name: 'mod_dumpio', symbol: 'dumpio_module', file: 'mod_dumpio' },
  { name: 'mod_echo', symbol: 'echo_module', file: 'mod_echo' },
  { name: 'mod_env', symbol: 'env_module', file: 'mod_env' },
  { name: 'mod_expires', symbol: 'expires_module', file: 'mod_expires' },
  { name: 'mod_ext_filter', symbol: 'ext_filter_module', file: 'mod_ext_filter' },
  { name: 'mod_file_cache', symbol: 'file_cache_module', file: 'mod_file_cache' },
  { name: 'mod_filter', symbol: 'filter_module', file: 'mod_filter' },
  { name: 'mod_headers', symbol: 'headers_module', file: 'mod_headers' },
  { name: 'mod_heartbeat', symbol: 'heartbeat_module', file: 'mod_heartbeat' },
  { name: 'mod_heartmonitor', symbol: 'heartmonitor_module', file: 'mod_heartmonitor' },
  { name: 'mod_http2', symbol: 'http2_module', file: 'mod_http2' },
  { name: 'http_core', symbol: 'http_module', file: null },
  { name: 'mod_ident', symbol: 'ident_module', file: 'mod_ident' },
  { name: 'mod_imagemap', symbol: 'imagemap_module', file: 'mod_imagemap' },
  { name: 'mod_include', symbol: 'include_module', file: 'mod_include' },
  { name: 'mod_info', symbol: 'info_module', file: 'mod_info' },
  { name: 'mod_lbmethod_bybusyness', symbol: 'lbmethod_bybusyness_module', file: 'mod_lbmethod_bybusyness' },
  { name: 'mod_lbmethod_byrequests', symbol: 'lbmethod_byrequests_module', file: 'mod_lbmethod_byrequests' },
  { name: 'mod_lbmethod_bytraffic', symbol: 'lbmethod_bytraffic_module', file: 'mod_lbmethod_bytraffic' },
  { name: 'mod_lbmethod_heartbeat', symbol: 'lbmethod_heartbeat_module', file: 'mod_lbmethod_heartbeat' },
  { name: 'util_ldap', symbol: 'ldap_module', file: 'mod_ldap' },
  { name: 'mod_log_config', symbol: 'log_config_module', file: null },
  { name: 'mod_log_debug', symbol: 'log_debug_module', file: 'mod_log_debug' },
  { name: 'mod_log_forensic', symbol: 'log_forensic_module', file: 'mod_log_forensic' },
  { name: 'mod_logio', symbol: 'logio_module', file: null },
  { name: 'mod_lua', symbol: 'lua_module', file: 'mod_lua' },
  { name: 'mod_macro', symbol: 'macro_module', file: 'mod_macro' },
  { name: 'mod_md', symbol: 'md_module', file: 'mod_md' },
  { name: 'mod_mime_magic', symbol: 'mime_magic_module', file: 'mod_mime_magic' },
  { name: 'mod_mime', symbol: 'mime_module', file: 'mod_mime' },
  { name: 'event', symbol: 'mpm_event_module', file: 'mod_mpm_event' },
  { name: 'prefork', symbol: 'mpm_prefork_module', file: 'mod_mpm_prefork' },
  { name: 'worker', symbol: 'mpm_worker_module', file: 'mod_mpm_worker' },
  { name: 'mod_negotiation', symbol: 'negotiation_module', file: 'mod_negotiation' },
  { name: 'mod_proxy_ajp', symbol: 'proxy_ajp_module', file: 'mod_proxy_ajp' },
  { name: 'mod_proxy_balancer', symbol: 'proxy_balancer_module', file: 'mod_proxy_balancer' },
  { name: 'mod_proxy_connect', symbol: 'proxy_connect_module', file: 'mod_proxy_connect' },
  { name: 'mod_proxy_express', symbol: 'proxy_express_module', file: 'mod_proxy_express' },
  { name: 'mod_proxy_fcgi', symbol: 'proxy_fcgi_module', file: 'mod_proxy_fcgi' },
  { name: 'mod_proxy_fdpass', symbol: 'proxy_fdpass_module', file: 'mod_proxy_fdpass' },
  { name: 'mod_proxy_ftp', symbol: 'proxy_ftp_module', file: 'mod_proxy_ftp' },
  { name: 'mod_proxy_hcheck', symbol: 'proxy_hcheck_module', file: 'mod_proxy_hcheck' },
  { name: 'mod_proxy_html', symbol: 'proxy_html_module', file: 'mod_proxy_html' },
  { name: 'mod_proxy_http2', symbol: 'proxy_http2_module', file: 'mod_proxy_http2' },
  { name: 'mod_proxy_http', symbol: 'proxy_http_module', file: 'mod_proxy_http' },
  { name: 'mod_proxy', symbol: 'proxy_module', file: 'mod_proxy' },
  { name: 'mod_proxy_scgi', symbol: 'proxy_scgi_module', file: 'mod_proxy_scgi' },
  { name: 'mod_proxy_uwsgi', symbol: 'proxy_uwsgi_module', file: 'mod_proxy_uwsgi' },
  { name: 'mod_proxy_wstunnel', symbol: 'proxy_wstunnel_module', file: 'mod_proxy_wstunnel' },
  { name: 'mod_ratelimit', symbol: 'ratelimit_module', file: 'mod_ratelimit' },
  { name: 'mod_reflector', symbol: 'reflector_module', file: 'mod_reflector' },
  { name: 'mod_remoteip', symbol: 'remoteip_module', file: 'mod_remoteip' },
  { name: 'mod_reqtimeout', symbol: 'reqtimeout_module', file: 'mod_reqtimeout' },
  { name: 'mod_request', symbol: 'request_module', file: 'mod_request' },
  { name: 'mod_rewrite', symbol: 'rewrite_module', file: 'mod_rewrite' },
  { name: 'mod_sed', symbol: 'sed_module', file: 'mod_sed' },
  { name: 'mod_session_cookie', symbol: 'session_cookie_module', file: 'mod_session_cookie' },
  { name: 'mod_session_crypto', symbol: 'session_crypto_module', file: 'mod_session_crypto' },
  { name: 'mod_session_dbd', symbol: 'session_dbd_module', file: 'mod_session_dbd' },
  { name: 'mod_session', symbol: 'session_module', file: 'mod_session' },
  { name: 'mod_setenvif', symbol: 'setenvif_module', file: 'mod_setenvif' },
  { name: 'mod_slotmem_plain', symbol: 'slotmem_plain_module', file: 'mod_slotmem_plain' },
  { name: 'mod_slotmem_shm', symbol: 'slotmem_shm_module', file: 'mod_slotmem_shm' },
  { name: 'mod_so', symbol: 'so_module', file: null },
  { name: 'mod_socache_dbm', symbol: 'socache_dbm_module', file: 'mod_socache_dbm' },
  { name: 'mod_socache_memcache', symbol: 'socache_memcache_module', file: 'mod_socache_memcache' },
  { name: 'mod_socache_redis', symbol: 'socache_redis_module', file: 'mod_socache_redis' },
  { name: 'mod_socache_shmcb', symbol: 'socache_shmcb_module', file: 'mod_socache_shmcb' },
  { name: 'mod_speling', symbol: 'speling_module', file: 'mod_speling' },
  { name: 'mod_ssl', symbol: 'ssl_module', file: 'mod_ssl' },
  { name: 'mod_status', symbol: 'status_module', file: 'mod_status' },
  { name: 'mod_substitute', symbol: 'substitute_module', file: 'mod_substitute' },
  { name: 'mod_suexec', symbol: 'suexec_module', file: 'mod_suexec' },
  { name: 'mod_unique_id', symbol: 'unique_id_module', file: 'mod_unique_id' },
  { name: 'mod_unixd', symbol: 'unixd_module', file: null },
  { name: 'mod_userdir', symbol: 'userdir_module', file: 'mod_userdir' },
  { name: 'mod_usertrack', symbol: 'usertrack_module', file: 'mod_usertrack' },
  { name: 'mod_version', symbol: 'version_module', file: null },
  { name: 'mod_vhost_alias', symbol: 'vhost_alias_module', file: 'mod_vhost_alias' },
  { name: 'mod_watchdog', symbol: 'watchdog_module', file: null },
  { name: 'mod_xml2enc', symbol: 'xml2enc_module', file: 'mod_xml2enc' },
  { name: 'mod_isapi', symbol: 'isapi_module', file: 'mod_isapi' },
  { name: 'mod_netware', symbol: 'netware_module', file: 'mod_netware' },
  { name: 'mod_nw_ssl', symbol: 'nw_ssl_module', file: 'mod_nw_ssl' },
  { name: 'mod_privileges', symbol: 'privileges_module', file: 'mod_privileges' },
  { name: 'mod_win32', symbol: 'win32_module', file: 'mod_win32' },
  { name: 'mod_tls', symbol: 'tls_module', file: 'mod_tls' },
];

/**
 * A line for each directive of a module, sorted: name in lower case, name, module, argument form, bits of where it may
 * stand, place of the name among those of all modules, and the usage text with tabs for line ends, where there is one.
 */
export const lines = `<authnprovideralias <AuthnProviderAlias mod_authn_core 0 128 50 container for grouping an authentication provider's directives under a provider alias
<authzprovideralias <AuthzProviderAlias mod_authz_core 0 128 82 container for grouping an authorization provider's directives under a provider alias
<directory <Directory core 0 128 167 Container for directives affecting resources located in the specified directories
<directorymatch <DirectoryMatch core 0 128 178 Container for directives affecting resources located in the specified directories
<else <Else core 0 31 188 Container for directives to be conditionally applied
<elseif <ElseIf core 0 31 187 Container for directives to be conditionally applied
<files <Files core 0 31 170 Container for directives affecting files matching specified patterns
<filesmatch <FilesMatch core 0 31 180 Container for directives affecting files matching specified patterns
<if <If core 0 31 186 Container for directives to be conditionally applied
<ifdefine <IfDefine core 0 287 174 Container for directives based on existence of command line defines
<ifdirective <IfDirective core 0 287 176 Container for directives based on existence of named directive
<iffile <IfFile core 0 287 175 Container for directives based on existence of files on disk
<ifmodule <IfModule core 0 287 173 Container for directives based on existence of specified modules
<ifsection <IfSection core 0 287 177 Container for directives based on existence of named section
<ifversion <IfVersion mod_version 10 287 718 a comparison operator, a version (and a delimiter)
<limit <Limit core 0 9 171 Container for authentication directives when accessed using specified HTTP methods
<limitexcept <LimitExcept core 0 9 172 Container for authentication directives to be applied when any HTTP method other than those specified is used to access the resource
<location <Location core 0 128 168 Container for directives affecting resources accessed through the specified URL paths
<locationmatch <LocationMatch core 0 128 179 Container for directives affecting resources accessed through the specified URL paths
<luahookaccesschecker <LuaHookAccessChecker mod_lua 0 287 408 Provide a hook for the access_checker phase of request processing
<luahookauthchecker <LuaHookAuthChecker mod_lua 0 287 410 Provide a hook for the auth_checker phase of request processing
<luahookcheckuserid <LuaHookCheckUserID mod_lua 0 287 404 Provide a hook for the check_user_id phase of request processing
<luahookfixups <LuaHookFixups mod_lua 0 287 400 Provide a inline hook for the fixups phase of request processing
<luahookmaptostorage <LuaHookMapToStorage mod_lua 0 287 402 Provide a hook for the map_to_storage phase of request processing
<luahookpretranslatename <LuaHookPreTranslateName mod_lua 0 287 396 Provide a hook for the pre_translate name phase of request processing
<luahooktranslatename <LuaHookTranslateName mod_lua 0 287 398 Provide a hook for the translate name phase of request processing
<luahooktypechecker <LuaHookTypeChecker mod_lua 0 287 406 Provide a hook for the type_checker phase of request processing
<luaquickhandler <LuaQuickHandler mod_lua 0 287 417 Provide a hook for the quick handler of request processing
<macro <Macro mod_macro 0 287 422 Beginning of a macro definition section.
<mdomain <MDomain mod_md 0 128 436 Short form for <MDomainSet> container.
<mdomainset <MDomainSet mod_md 0 128 435 Container for a managed domain with common settings and certificate.
<proxy <Proxy mod_proxy 0 128 538 Container for directives affecting resources located in the proxied location
<proxymatch <ProxyMatch mod_proxy 0 128 539 Container for directives affecting resources located in the proxied location, in regular expression syntax
<requireall <RequireAll mod_authz_core 0 8 84 container for grouping authorization directives of which none must fail and at least one must pass for a request to succeed
<requireany <RequireAny mod_authz_core 0 8 85 container for grouping authorization directives of which one must pass for a request to succeed
<requirenone <RequireNone mod_authz_core 0 8 86 container for grouping authorization directives of which none must pass for a request to succeed
<virtualhost <VirtualHost core 0 128 169 Container to map directives to a particular virtual host, takes one or more host addresses
acceptfilter AcceptFilter core 2 128 203 Set the Accept Filter to use for a protocol
acceptpathinfo AcceptPathInfo core 1 4 182 Set to on or off for PATH_INFO to be accepted by handlers, or default for the per-handler preference
accessfilename AccessFileName core 0 128 189 Name(s) of per-directory config files (default: .htaccess)
action Action mod_actions 9 4 4 a media type followed by a script name
addalt AddAlt mod_autoindex 4 16 98 alternate descriptive text followed by one or more filenames
addaltbyencoding AddAltByEncoding mod_autoindex 4 16 100 alternate descriptive text followed by one or more content encodings
addaltbytype AddAltByType mod_autoindex 4 16 99 alternate descriptive text followed by one or more MIME types
addcharset AddCharset mod_mime 4 4 475 a charset (e.g., iso-2022-jp), followed by one or more file extensions
adddefaultcharset AddDefaultCharset core 1 4 181 The name of the default charset to add to any Content-Type without one or 'Off' to disable
adddescription AddDescription mod_autoindex 4 16 105 Descriptive text followed by one or more filenames
addencoding AddEncoding mod_mime 4 4 476 an encoding (e.g., gzip), followed by one or more file extensions
addhandler AddHandler mod_mime 4 4 477 a handler name followed by one or more file extensions
addicon AddIcon mod_autoindex 4 16 95 an icon URL followed by one or more filenames
addiconbyencoding AddIconByEncoding mod_autoindex 4 16 97 an icon URL followed by one or more content encodings
addiconbytype AddIconByType mod_autoindex 4 16 96 an icon URL followed by one or more MIME types
addinputfilter AddInputFilter mod_mime 4 4 478 input filter name (or ; delimited names) followed by one or more file extensions
addlanguage AddLanguage mod_mime 4 4 479 a language (e.g., fr), followed by one or more file extensions
addmoduleinfo AddModuleInfo mod_info 2 128 364 a module name and additional information on that module
addoutputfilter AddOutputFilter mod_mime 4 4 480 output filter name (or ; delimited names) followed by one or more file extensions
addoutputfilterbytype AddOutputFilterByType mod_filter 12 4 311 output filter name followed by one or more content-types
addtype AddType mod_mime 4 4 481 a mime type followed by one or more file extensions
alias Alias mod_alias 7 192 6 a fakename and a realname, or a realname in a Location
aliasmatch AliasMatch mod_alias 2 128 9 a regular expression and a filename
aliaspreservepath AliasPreservePath mod_alias 5 4 15 Set to ON to map the full path after the fakename to the realname.
allow allow mod_access_compat 4 1 1 'from' followed by hostnames or IP-address wildcards
allowconnect AllowCONNECT mod_proxy_connect 3 128 514 A list of ports or port ranges which CONNECT may connect to
allowencodedslashes AllowEncodedSlashes core 1 128 246 Allow URLs containing '/' encoded as '%2F'
allowmethods AllowMethods mod_allowmethods 12 64 16 only allow specific methods
allowoverride AllowOverride core 0 64 192 Controls what groups of directives can be configured by per-directory config files
allowoverridelist AllowOverrideList core 12 64 193 Controls what individual directives can be configured by per-directory config files
anonymous Anonymous mod_authn_anon 3 8 43 a space-separated list of user IDs
anonymous_logemail Anonymous_LogEmail mod_authn_anon 5 8 47 Limited to 'on' or 'off'
anonymous_mustgiveemail Anonymous_MustGiveEmail mod_authn_anon 5 8 44 Limited to 'on' or 'off'
anonymous_nouserid Anonymous_NoUserId mod_authn_anon 5 8 45 Limited to 'on' or 'off'
anonymous_verifyemail Anonymous_VerifyEmail mod_authn_anon 5 8 46 Limited to 'on' or 'off'
asyncrequestworkerfactor AsyncRequestWorkerFactor event 1 128 507 How many additional connects will be accepted per idle worker thread
authbasicauthoritative AuthBasicAuthoritative mod_auth_basic 5 8 18 Set to 'Off' to allow access control to be passed along to lower modules if the UserID is not known to this module
authbasicfake AuthBasicFake mod_auth_basic 7 8 19 Fake basic authentication using the given expressions for username and password, 'off' to disable. Password defaults to 'password' if missing.
authbasicprovider AuthBasicProvider mod_auth_basic 3 8 17 specify the auth providers for a directory or location
authbasicusedigestalgorithm AuthBasicUseDigestAlgorithm mod_auth_basic 1 8 20 Set to 'MD5' to use the auth provider's authentication check for digest auth, using a hash of 'user:realm:pass'
authdbduserpwquery AuthDBDUserPWQuery mod_authn_dbd 1 64 51 Query used to fetch password for user
authdbduserrealmquery AuthDBDUserRealmQuery mod_authn_dbd 1 64 52 Query used to fetch password for user+realm
authdbmgroupfile AuthDBMGroupFile mod_authz_dbm 1 8 92 database file containing group names and member user IDs
authdbmtype AuthDBMType mod_authn_dbm 1 8 54 what type of DBM file the user file is
authdbmuserfile AuthDBMUserFile mod_authn_dbm 1 8 53 dbm database file containing user IDs and passwords
authdigestalgorithm AuthDigestAlgorithm mod_auth_digest 1 8 25 The algorithm used for the hash calculation
authdigestdomain AuthDigestDomain mod_auth_digest 3 8 26 A list of URI's which belong to the same protection space as the current URI
authdigestnccheck AuthDigestNcCheck mod_auth_digest 5 8 24 Whether or not to check the nonce-count sent by the client
authdigestnoncelifetime AuthDigestNonceLifetime mod_auth_digest 1 8 23 Maximum lifetime of the server nonce (seconds)
authdigestprovider AuthDigestProvider mod_auth_digest 3 8 21 specify the auth providers for a directory or location
authdigestqop AuthDigestQop mod_auth_digest 3 8 22 A list of quality-of-protection options
authdigestshmemsize AuthDigestShmemSize mod_auth_digest 1 128 27 The amount of shared memory to allocate for keeping track of clients
authformauthoritative AuthFormAuthoritative mod_auth_form 5 8 40 Set to 'Off' to allow access control to be passed along to lower modules if the UserID is not known to this module
authformbody AuthFormBody mod_auth_form 1 8 34 The field of the login form carrying the urlencoded original request body.
authformdisablenostore AuthFormDisableNoStore mod_auth_form 5 8 42 Set to 'on' to stop the sending of a Cache-Control no-store header with the login screen. This allows the browser to cache the credentials, but at the risk of it being possible for the login form to be resubmitted and revealed to the backend server through XSS. Use at own risk.
authformfakebasicauth AuthFormFakeBasicAuth mod_auth_form 5 8 41 Set to 'On' to pass through authentication to the rest of the server as a basic authentication header.
authformlocation AuthFormLocation mod_auth_form 1 8 31 The field of the login form carrying the URL to redirect on successful login.
authformloginrequiredlocation AuthFormLoginRequiredLocation mod_auth_form 1 8 36 If set, redirect the browser to this URL rather than return 401 Not Authorized.
authformloginsuccesslocation AuthFormLoginSuccessLocation mod_auth_form 1 8 37 If set, redirect the browser to this URL when a login processed by the login handler is successful.
authformlogoutlocation AuthFormLogoutLocation mod_auth_form 1 8 38 The URL of the logout successful page. An attempt to access an URL handled by the handler form-logout-handler will result in an redirect to this page after logout.
authformmethod AuthFormMethod mod_auth_form 1 8 32 The field of the login form carrying the original request method.
authformmimetype AuthFormMimetype mod_auth_form 1 8 33 The field of the login form carrying the original request mimetype.
authformpassword AuthFormPassword mod_auth_form 1 8 30 The field of the login form carrying the password
authformprovider AuthFormProvider mod_auth_form 3 8 28 specify the auth providers for a directory or location
authformsitepassphrase AuthFormSitePassphrase mod_auth_form 1 8 39 If set, use this passphrase to determine whether the user should be authenticated. Bypasses the user authentication check on every website hit, and is useful for high traffic sites.
authformsize AuthFormSize mod_auth_form 1 64 35 Maximum size of body parsed by the form parser
authformusername AuthFormUsername mod_auth_form 1 8 29 The field of the login form carrying the username
authgroupfile AuthGroupFile mod_authz_groupfile 1 8 94 text file containing group names and member user IDs
authldapauthorizeprefix AuthLDAPAuthorizePrefix mod_authnz_ldap 1 8 77 The prefix to add to environment variables set during successful authorization, default 'AUTHORIZE_'
authldapbindauthoritative AuthLDAPBindAuthoritative mod_authnz_ldap 5 8 66 Set to 'on' to return failures when user-specific bind fails - defaults to on.
authldapbinddn AuthLDAPBindDN mod_authnz_ldap 1 8 64 DN to use to bind to LDAP server. If not provided, will do an anonymous bind.
authldapbindpassword AuthLDAPBindPassword mod_authnz_ldap 1 8 65 Password to use to bind to LDAP server. If not provided, will do an anonymous bind.
authldapcharsetconfig AuthLDAPCharsetConfig mod_authnz_ldap 1 128 76 Character set conversion configuration file. If omitted, character set conversion is disabled.
authldapcompareasuser AuthLDAPCompareAsUser mod_authnz_ldap 5 8 81 Set to 'on' to perform authorization-based compares with the users credentials, when this module has also performed authentication.  Does not affect nested groups lookups.
authldapcomparednonserver AuthLDAPCompareDNOnServer mod_authnz_ldap 5 8 69 Set to 'on' to force auth_ldap to do DN compares (for the "require dn" directive) using the server, and set it 'off' to do the compares locally (at the expense of possible false matches). See the documentation for a complete description of this option.
authldapdereferencealiases AuthLDAPDereferenceAliases mod_authnz_ldap 1 8 75 Determines how aliases are handled during a search. Can be one of the values "never", "searching", "finding", or "always". Defaults to always.
authldapgroupattribute AuthLDAPGroupAttribute mod_authnz_ldap 3 8 73 A list of attribute labels used to identify the user members of groups - defaults to member and uniquemember
authldapgroupattributeisdn AuthLDAPGroupAttributeIsDN mod_authnz_ldap 5 8 74 If set to 'on', auth_ldap uses the DN that is retrieved from the server for subsequent group comparisons. If set to 'off', auth_ldap uses the string provided by the client directly. Defaults to 'on'.
authldapinitialbindasuser AuthLDAPInitialBindAsUser mod_authnz_ldap 5 8 78 Set to 'on' to perform the initial DN lookup with the basic auth credentials instead of anonymous or hard-coded credentials
authldapinitialbindpattern AuthLDAPInitialBindPattern mod_authnz_ldap 2 8 79 The regex and substitution to determine a username that can bind based on an HTTP basic auth username
authldapmaxsubgroupdepth AuthLDAPMaxSubGroupDepth mod_authnz_ldap 1 8 72 Maximum subgroup nesting depth to be evaluated - defaults to 10 (top-level group = 0)
authldapremoteuserattribute AuthLDAPRemoteUserAttribute mod_authnz_ldap 1 8 68 Override the user supplied username and place the contents of this attribute in the REMOTE_USER environment variable.
authldapremoteuserisdn AuthLDAPRemoteUserIsDN mod_authnz_ldap 5 8 67 Set to 'on' to set the REMOTE_USER environment variable to be the full DN of the remote user. By default, this is set to off, meaning that the REMOTE_USER variable will contain whatever value the remote user sent.
authldapsearchasuser AuthLDAPSearchAsUser mod_authnz_ldap 5 8 80 Set to 'on' to perform authorization-based searches with the users credentials, when this module has also performed authentication.  Does not affect nested groups lookup.
authldapsubgroupattribute AuthLDAPSubGroupAttribute mod_authnz_ldap 3 8 70 Attribute labels used to define sub-group (or nested group) membership in groups - defaults to member and uniqueMember
authldapsubgroupclass AuthLDAPSubGroupClass mod_authnz_ldap 3 8 71 LDAP objectClass values used to identify sub-group instances - defaults to groupOfNames and groupOfUniqueNames
authldapurl AuthLDAPURL mod_authnz_ldap 7 8 63 URL to define LDAP connection. This should be an RFC 2255 compliant	URL of the form ldap://host[:port]/basedn[?attrib[?scope[?filter]]].	<ul>	<li>Host is the name of the LDAP server. Use a space separated list of hosts 	to specify redundant servers.	<li>Port is optional, and specifies the port to connect to.	<li>basedn specifies the base DN to start searches from	<li>Attrib specifies what attribute to search for in the directory. If not provided, it defaults to <b>uid</b>.	<li>Scope is the scope of the search, and can be either <b>sub</b> or <b>one</b>. If not provided, the default is <b>sub</b>.	<li>Filter is a filter to use in the search. If not provided, defaults to <b>(objectClass=*)</b>.	</ul>	Searches are performed using the attribute and the filter combined. For example, assume that the	LDAP URL is <b>ldap://ldap.airius.com/ou=People, o=Airius?uid?sub?(posixid=*)</b>. Searches will	be done using the filter <b>(&((posixid=*))(uid=<i>username</i>))</b>, where <i>username</i>	is the user name passed by the HTTP client. The search will be a subtree search on the branch <b>ou=People, o=Airius</b>.
authmerging AuthMerging mod_authz_core 1 8 87 controls how a <Directory>, <Location>, or similar directive's authorization directives are combined with those of its predecessor
authname AuthName mod_authn_core 1 8 49 the authentication realm (e.g. "Members Only")
authncachecontext AuthnCacheContext mod_authn_socache 1 64 60 Context for authn cache
authncacheenable AuthnCacheEnable mod_authn_socache 0 128 57 enable socache configuration in htaccess even if not enabled anywhere else
authncacheprovidefor AuthnCacheProvideFor mod_authn_socache 3 8 58 Determine what authn providers to cache for
authncachesocache AuthnCacheSOCache mod_authn_socache 1 128 56 socache provider for authn cache
authncachetimeout AuthnCacheTimeout mod_authn_socache 1 8 59 Timeout (secs) for cached credentials
authnzfcgicheckauthnprovider AuthnzFcgiCheckAuthnProvider mod_authnz_fcgi 12 4 62 Enable/disable a FastCGI authorizer to handle check_authn phase
authnzfcgidefineprovider AuthnzFcgiDefineProvider mod_authnz_fcgi 12 128 61 Define a FastCGI authn and/or authz provider
authtype AuthType mod_authn_core 1 8 48 an HTTP authorization type (e.g., "Basic")
authuserfile AuthUserFile mod_authn_file 1 8 55 text file containing user IDs and passwords
authzdbdlogintoreferer AuthzDBDLoginToReferer mod_authz_dbd 5 64 89 Whether to redirect to referer on successful login
authzdbdquery AuthzDBDQuery mod_authz_dbd 1 64 90 SQL query for DBD Authz or login
authzdbdredirectquery AuthzDBDRedirectQuery mod_authz_dbd 1 64 91 SQL query to get per-user redirect URL after login
authzdbmtype AuthzDBMType mod_authz_dbm 1 8 93 what type of DBM file the group file is
authzsendforbiddenonfailure AuthzSendForbiddenOnFailure mod_authz_core 5 8 88 Controls if an authorization failure should result in a '403 FORBIDDEN' response instead of the HTTP-conforming '401 UNAUTHORIZED'
balancergrowth BalancerGrowth mod_proxy 1 128 561 Number of additional Balancers that can be added post-config
balancerinherit BalancerInherit mod_proxy 5 128 563 on if this server should inherit Balancers and Workers defined in the main server (Setting to off recommended if using the Balancer Manager)
balancermember BalancerMember mod_proxy 0 192 560 A balancer name and scheme with list of params
balancerpersist BalancerPersist mod_proxy 5 128 562 on if the balancer should persist changes on reboot/restart made via the Balancer Manager
brotlialteretag BrotliAlterETag mod_brotli 1 128 116 Set how mod_brotli should modify ETag response headers: 'AddSuffix' (default), 'NoChange', 'Remove'
brotlicompressionmaxinputblock BrotliCompressionMaxInputBlock mod_brotli 1 128 115 Maximum input block size between 16 and 24 (larger block sizes require more memory)
brotlicompressionquality BrotliCompressionQuality mod_brotli 1 128 113 Compression quality between 0 and 11 (higher quality means slower compression)
brotlicompressionwindow BrotliCompressionWindow mod_brotli 1 128 114 Sliding window size between 10 and 24 (larger windows can improve compression, but require more memory)
brotlifilternote BrotliFilterNote mod_brotli 7 128 112 Set a note to report on compression ratio
browsermatch BrowserMatch mod_setenvif 0 4 617 A browser regex and a list of variables.
browsermatchnocase BrowserMatchNoCase mod_setenvif 0 4 618 A browser regex and a list of variables.
bufferedlogs BufferedLogs mod_log_config 5 128 387 Enable Buffered Logging (experimental)
buffersize BufferSize mod_buffer 1 64 117 Maximum size of the buffer used by the buffer filter
cachedefaultexpire CacheDefaultExpire mod_cache 1 192 129 The default time in seconds to cache a document
cachedetailheader CacheDetailHeader mod_cache 5 192 144 Add a X-Cache-Detail header to responses. Default is off.
cachedirlength CacheDirLength mod_cache_disk 1 128 120 The number of characters in subdirectory names
cachedirlevels CacheDirLevels mod_cache_disk 1 128 119 The number of levels of subdirectories in the cache
cachedisable CacheDisable mod_cache 1 192 126 A partial URL prefix below which caching is disabled
cacheenable CacheEnable mod_cache 7 192 125 A cache type and partial URL prefix below which caching is enabled
cachefile cachefile mod_file_cache 3 128 305 A space separated list of files to add to the file handle cache at config time
cacheheader CacheHeader mod_cache 5 192 143 Add a X-Cache header to responses. Default is off.
cacheignorecachecontrol CacheIgnoreCacheControl mod_cache 5 128 132 Ignore requests from the client for uncached content
cacheignoreheaders CacheIgnoreHeaders mod_cache 3 128 136 A space separated list of headers that should not be stored by the cache
cacheignorenolastmod CacheIgnoreNoLastMod mod_cache 5 192 131 Ignore Responses where there is no Last Modified Header
cacheignorequerystring CacheIgnoreQueryString mod_cache 5 128 137 Ignore query-string when caching
cacheignoreurlsessionidentifiers CacheIgnoreURLSessionIdentifiers mod_cache 3 128 138 A space separated list of session identifiers that should be ignored for creating the key of the cached entity.
cachekeybaseurl CacheKeyBaseURL mod_cache 1 128 145 Override the base URL of reverse proxied cache keys.
cachelastmodifiedfactor CacheLastModifiedFactor mod_cache 1 192 139 The factor used to estimate Expires date from LastModified date
cachelock CacheLock mod_cache 5 128 140 Enable or disable the thundering herd lock.
cachelockmaxage CacheLockMaxAge mod_cache 1 128 142 Maximum age of any thundering herd lock.
cachelockpath CacheLockPath mod_cache 1 128 141 The thundering herd lock path. Defaults to the '/mod_cache-lock' directory in the system temp directory.
cachemaxexpire CacheMaxExpire mod_cache 1 192 127 The maximum time in seconds to cache a document
cachemaxfilesize CacheMaxFileSize mod_cache_disk 1 192 122 The maximum file size to cache a document
cacheminexpire CacheMinExpire mod_cache 1 192 128 The minimum time in seconds to cache a document
cacheminfilesize CacheMinFileSize mod_cache_disk 1 192 121 The minimum file size to cache a document
cachenegotiateddocs CacheNegotiatedDocs mod_negotiation 5 128 511 Either 'on' or 'off' (default)
cachequickhandler CacheQuickHandler mod_cache 5 128 130 Run the cache in the quick handler, default on
cachereadsize CacheReadSize mod_cache_disk 1 192 123 The maximum quantity of data to attempt to read and cache in one go
cachereadtime CacheReadTime mod_cache_disk 1 192 124 The maximum time taken to attempt to read and cache in go
cacheroot CacheRoot mod_cache_disk 1 128 118 The directory to store cache files
cachesocache CacheSocache mod_cache_socache 1 128 147 The shared object cache to store cache files
cachesocachemaxsize CacheSocacheMaxSize mod_cache_socache 1 192 150 The maximum cache entry size (headers and body) to cache a document
cachesocachemaxtime CacheSocacheMaxTime mod_cache_socache 1 192 148 The maximum cache expiry age to cache a document in seconds
cachesocachemintime CacheSocacheMinTime mod_cache_socache 1 192 149 The minimum cache expiry age to cache a document in seconds
cachesocachereadsize CacheSocacheReadSize mod_cache_socache 1 192 151 The maximum quantity of data to attempt to read and cache in one go
cachesocachereadtime CacheSocacheReadTime mod_cache_socache 1 192 152 The maximum time taken to attempt to read and cache in go
cachestaleonerror CacheStaleOnError mod_cache 5 192 146 Serve stale content on 5xx errors if present. Defaults to on.
cachestoreexpired CacheStoreExpired mod_cache 5 192 133 Ignore expiration dates when populating cache, resulting in an If-Modified-Since request to the backend on retrieval
cachestorenostore CacheStoreNoStore mod_cache 5 192 135 Ignore 'Cache-Control: no-store' and store sensitive content
cachestoreprivate CacheStorePrivate mod_cache 5 192 134 Ignore 'Cache-Control: private' and store private content
casefilter CaseFilter mod_case_filter 5 128 154 Run a case filter on this host
casefilterin CaseFilterIn mod_case_filter_in 5 128 153 Run an input case filter on this host
cgidscripttimeout CGIDScriptTimeout mod_cgid 1 192 163 The amount of time to wait between successful reads from the CGI script, in seconds.
cgimapextension CGIMapExtension mod_netware 9 4 733
cgipassauth CGIPassAuth core 5 8 238 Controls whether HTTP authorization headers, normally hidden, will be passed to scripts
cgiscripttimeout CGIScriptTimeout mod_cgi 1 192 161 The amount of time to wait between successful reads from the CGI script, in seconds.
cgivar CGIVar core 2 4 239 Controls how some CGI variables are set
charsetdefault CharsetDefault mod_charset_lite 1 4 165 name of default charset
charsetoptions CharsetOptions mod_charset_lite 3 4 166 valid options: ImplicitAdd, NoImplicitAdd, TranslateAllMimeTypes, NoTranslateAllMimeTypes
charsetsourceenc CharsetSourceEnc mod_charset_lite 1 4 164 source (html,cgi,ssi) file charset
checkbasenamematch CheckBasenameMatch mod_speling 5 2 626 whether or not to fix files with the same base name
checkcaseonly CheckCaseOnly mod_speling 5 2 625 whether or not to fix only miscapitalized requests
checkspelling CheckSpelling mod_speling 5 2 624 whether or not to fix miscapitalized/misspelled requests
chrootdir ChrootDir mod_unixd 1 128 707 The directory to chroot(2) into
contentdigest ContentDigest core 5 2 216 whether or not to send a Content-MD5 header with each request
cookiedomain CookieDomain mod_usertrack 1 4 711 domain to which this cookie applies
cookieexpires CookieExpires mod_usertrack 1 4 710 an expiry date code
cookiehttponly CookieHttpOnly mod_usertrack 5 4 717 is cookie http only
cookiename CookieName mod_usertrack 1 4 714 name of the tracking cookie
cookiesamesite CookieSameSite mod_usertrack 1 4 715 SameSite setting
cookiesecure CookieSecure mod_usertrack 5 4 716 is cookie secure
cookiestyle CookieStyle mod_usertrack 1 4 712 'Netscape', 'Cookie' (RFC2109), or 'Cookie2' (RFC2965)
cookietracking CookieTracking mod_usertrack 5 4 713 whether or not to enable cookies
coredumpdirectory CoreDumpDirectory core 1 128 253 The location of the directory Apache changes to before dumping core
customlog CustomLog mod_log_config 9 128 383 a file name, a custom log format string or format name, and an optional "env=" or "expr=" clause (see docs)
dav DAV mod_dav 1 64 265 specify the DAV provider for a directory or location
davbasepath DAVBasePath mod_dav 1 64 266 specify the DAV repository base URL
davdepthinfinity DAVDepthInfinity mod_dav 5 192 268 allow Depth infinity PROPFIND requests
davgenericlockdb DAVGenericLockDB mod_dav_lock 1 64 264 specify a lock database
davlockdb DAVLockDB mod_dav_fs 1 128 263 specify a lock database
davlockdiscovery DAVLockDiscovery mod_dav 5 192 269 allow lock discovery by PROPFIND requests
davmintimeout DAVMinTimeout mod_dav 1 192 267 specify minimum allowed timeout
dbdexptime DBDExptime mod_dbd 1 128 278 Keepalive time for idle connections
dbdinitsql DBDInitSQL mod_dbd 1 128 274 SQL statement to be executed after connection is created
dbdkeep DBDKeep mod_dbd 1 128 276 Maximum number of sustained connections
dbdmax DBDMax mod_dbd 1 128 277 Maximum number of connections
dbdmin DBDMin mod_dbd 1 128 275 Minimum number of connections
dbdparams DBDParams mod_dbd 1 128 271 SQL Driver Params
dbdpersist DBDPersist mod_dbd 5 128 272 Use persistent connection/pool
dbdpreparesql DBDPrepareSQL mod_dbd 7 128 273 SQL statement to prepare (or nothing, to override statement inherited from main server) and label
dbdriver DBDriver mod_dbd 1 128 270 SQL Driver
defaulticon DefaultIcon mod_autoindex 1 16 109 an icon URL
defaultlanguage DefaultLanguage mod_mime 1 4 482 language to use for documents with no other language file extension
defaultruntimedir DefaultRuntimeDir core 1 384 210 Common directory for run-time files (shared memory, locks, etc.)
defaulttype DefaultType core 1 4 195 the default media type for otherwise untyped files (DEPRECATED)
define Define core 7 448 183 Define a variable, optionally to a value.  Same as passing -D to the command line.
deflatealteretag DeflateAlterEtag mod_deflate 1 128 287 Set how mod_deflate should modify ETAG response headers: 'AddSuffix' (default), 'NoChange' (2.2.x behavior), 'Remove'
deflatebuffersize DeflateBufferSize mod_deflate 1 128 281 Set the Deflate Buffer Size
deflatecompressionlevel DeflateCompressionLevel mod_deflate 1 128 283 Set the Deflate Compression Level (1-9)
deflatefilternote DeflateFilterNote mod_deflate 7 128 279 Set a note to report on compression ratio
deflateinflatelimitrequestbody DeflateInflateLimitRequestBody mod_deflate 1 31 284 Set a limit on size of inflated input
deflateinflateratioburst DeflateInflateRatioBurst mod_deflate 1 31 286 Set the maximum number of following inflate ratios above limit (default: 3)
deflateinflateratiolimit DeflateInflateRatioLimit mod_deflate 1 31 285 Set the inflate ratio limit above which inflation is aborted (default: 200)
deflatememlevel DeflateMemLevel mod_deflate 1 128 282 Set the Deflate Memory Level (1-9)
deflatewindowsize DeflateWindowSize mod_deflate 1 128 280 Set the Deflate window size (1-15)
deny deny mod_access_compat 4 1 2 'from' followed by hostnames or IP-address wildcards
directorycheckhandler DirectoryCheckHandler mod_dir 5 16 292 On or Off
directoryindex DirectoryIndex mod_dir 0 16 290 a list of file names
directoryindexredirect DirectoryIndexRedirect mod_dir 1 16 293 On, Off, or a 3xx status code.
directoryslash DirectorySlash mod_dir 5 16 291 On or Off
documentroot DocumentRoot core 1 128 190 Root directory of the document tree
dtraceprivileges DTracePrivileges mod_privileges 5 128 737
dumpioinput DumpIOInput mod_dumpio 5 128 294 Enable I/O Dump on Input Data
dumpiooutput DumpIOOutput mod_dumpio 5 128 295 Enable I/O Dump on Output Data
enablemmap EnableMMAP core 1 4 197 Controls whether memory-mapping may be used to read files
enablesendfile EnableSendfile core 1 4 198 Controls whether sendfile may be used to transmit files
error Error core 0 31 185 Generate error message from within configuration
errordocument ErrorDocument core 2 4 191 Change responses for HTTP errors
errorlog ErrorLog core 1 128 211 The filename of the error log
errorlogformat ErrorLogFormat core 7 128 212 Format string for the ErrorLog
expiresactive ExpiresActive mod_expires 5 16 300 Limited to 'on' or 'off'
expiresbytype ExpiresByType mod_expires 2 16 301 a MIME type followed by an expiry date code
expiresdefault ExpiresDefault mod_expires 1 16 302 an expiry date code
extendedstatus ExtendedStatus core 5 128 248 "On" to track extended status information, "Off" to disable
extfilterdefine ExtFilterDefine mod_ext_filter 0 128 304 Define an external filter
extfilteroptions ExtFilterOptions mod_ext_filter 3 64 303 valid options: LogStderr, NoLogStderr
fallbackresource FallbackResource mod_dir 1 16 289 Set a default handler
fancyindexing FancyIndexing mod_autoindex 0 31 108 The FancyIndexing directive is no longer supported. Use IndexOptions FancyIndexing.
fileetag FileETag core 0 4 196 Specify components used to construct a file's ETag
filterchain FilterChain mod_filter 3 2 309 list of filter names with optional [+-=!@]
filterdeclare FilterDeclare mod_filter 7 2 307 filter-name [filter-type]
filterprotocol FilterProtocol mod_filter 9 2 312 filter-name [provider-name] protocol-args
filterprovider FilterProvider mod_filter 8 2 308 filter-name provider-name match-expression
filtertrace FilterTrace mod_filter 2 192 310 filter-name debug-level
flushmaxpipelined FlushMaxPipelined core 1 128 201 Maximum number of pipelined responses (pending) above which they are flushed to the network
flushmaxthreshold FlushMaxThreshold core 1 128 200 Maximum threshold above which pending data are flushed to the network
forcelanguagepriority ForceLanguagePriority mod_negotiation 3 4 513 Force LanguagePriority elections, either None, or Fallback and/or Prefer
forcetype ForceType core 1 4 242 a mime type that overrides other configured type
forensiclog ForensicLog mod_log_forensic 1 128 389 the filename of the forensic log
globallog GlobalLog mod_log_config 9 128 384 Same as CustomLog, but forces virtualhosts to inherit the log
gracefulshutdowntimeout GracefulShutdownTimeout event 1 128 508 Maximum time in seconds to wait for child processes to complete transactions during shutdown
gracefulshutdowntimeout GracefulShutdownTimeout prefork 1 128 508 Maximum time in seconds to wait for child processes to complete transactions during shutdown
gracefulshutdowntimeout GracefulShutdownTimeout worker 1 128 508 Maximum time in seconds to wait for child processes to complete transactions during shutdown
group Group mod_unixd 1 128 706 Effective group id for this server
h2copyfiles H2CopyFiles mod_http2 1 4 335 on to perform copy of file data
h2direct H2Direct mod_http2 1 128 328 on to enable direct HTTP/2 mode
h2earlyhint H2EarlyHint mod_http2 2 12 344 add a a 'Link:' header for a 103 Early Hints response.
h2earlyhints H2EarlyHints mod_http2 1 128 337 on to enable interim status 103 responses
h2maxdataframelen H2MaxDataFrameLen mod_http2 1 128 341 maximum number of bytes in a single HTTP/2 DATA frame
h2maxheaderblocklen H2MaxHeaderBlockLen mod_http2 1 128 342 maximum number of bytes in a response header block
h2maxsessionstreams H2MaxSessionStreams mod_http2 1 128 319 maximum number of open streams per session
h2maxstreamerrors H2MaxStreamErrors mod_http2 1 128 343 maximum number of flow control errors tolerated
h2maxworkeridleseconds H2MaxWorkerIdleSeconds mod_http2 1 128 323 maximum number of idle seconds before a worker shuts down
h2maxworkers H2MaxWorkers mod_http2 1 128 322 maximum number of worker threads per child
h2minworkers H2MinWorkers mod_http2 1 128 321 minimum number of worker threads per child
h2moderntlsonly H2ModernTLSOnly mod_http2 1 128 326 off to not impose RFC 7540 restrictions on TLS
h2outputbuffering H2OutputBuffering mod_http2 1 128 339 set stream output buffer on/off
h2padding H2Padding mod_http2 1 128 338 set payload padding
h2proxyrequests H2ProxyRequests mod_http2 1 4 345 Enables forward proxy requests via HTTP/2
h2push H2Push mod_http2 1 136 332 off to disable HTTP/2 server push
h2pushdiarysize H2PushDiarySize mod_http2 1 128 334 size of push diary
h2pushpriority H2PushPriority mod_http2 9 128 333 define priority of PUSHed resources per content type
h2pushresource H2PushResource mod_http2 10 12 336 add a resource to be pushed in this location/on this server.
h2serializeheaders H2SerializeHeaders mod_http2 1 128 325 disabled, this directive has no longer an effect.
h2sessionextrafiles H2SessionExtraFiles mod_http2 1 128 329 number of extra file a session might keep open (obsolete)
h2streammaxmemsize H2StreamMaxMemSize mod_http2 1 128 324 maximum number of bytes buffered in memory for a stream
h2streamtimeout H2StreamTimeout mod_http2 1 128 340 set stream timeout
h2tlscooldownsecs H2TLSCoolDownSecs mod_http2 1 128 331 seconds of idle time on TLS before shrinking writes
h2tlswarmupsize H2TLSWarmUpSize mod_http2 1 128 330 number of bytes on TLS connection before doing max writes
h2upgrade H2Upgrade mod_http2 1 136 327 on to allow HTTP/1 Upgrades to h2/h2c
h2websockets H2WebSockets mod_http2 1 128 346 off to disable WebSockets over HTTP/2
h2windowsize H2WindowSize mod_http2 1 128 320 window size on client DATA
header Header mod_headers 0 4 313 an optional condition, an action, header and value followed by optional env clause
headername HeaderName mod_autoindex 1 16 106 a filename
heartbeataddress HeartbeatAddress mod_heartbeat 1 128 315 Address to send heartbeat requests
heartbeatlisten HeartbeatListen mod_heartmonitor 1 128 316 Address to listen for heartbeat requests
heartbeatmaxservers HeartbeatMaxServers mod_heartmonitor 1 128 318 Max number of servers when using slotmem (instead file) to store heartbeat data.
heartbeatstorage HeartbeatStorage mod_heartmonitor 1 128 317 Path to store heartbeat data.
heartbeatstorage HeartbeatStorage mod_lbmethod_heartbeat 1 128 317 Path to read heartbeat data.
hostnamelookups HostnameLookups core 1 192 205 "on" to enable, "off" to disable reverse DNS lookups, or "double" to enable double-reverse DNS lookups
httpprotocoloptions HttpProtocolOptions core 3 128 260 'Allow0.9' or 'Require1.0' (default); 'RegisteredMethods' or 'LenientMethods' (default); 'Unsafe' or 'Strict' (default). Sets HTTP acceptance rules
identitycheck IdentityCheck mod_ident 5 192 350 Enable identd (RFC 1413) user lookups - SLOW
identitychecktimeout IdentityCheckTimeout mod_ident 1 192 351 Identity check (RFC 1413) timeout duration (sec)
imapbase ImapBase mod_imagemap 1 16 354 the base for all URL's: map, referer, URL (or start of)
imapdefault ImapDefault mod_imagemap 1 16 353 the action taken if no match: error, nocontent, referer, menu, URL
imapmenu ImapMenu mod_imagemap 1 16 352 the type of menu generated: none, formatted, semiformatted, unformatted
include Include core 1 448 219 Name(s) of the config file(s) to be included; fails if the wildcard does not match at least one file
includeoptional IncludeOptional core 1 448 220 Name or pattern of the config file(s) to be included; ignored if the file does not exist or the pattern does not match any files
indexheadinsert IndexHeadInsert mod_autoindex 1 16 111 String to insert in HTML HEAD section
indexignore IndexIgnore mod_autoindex 3 16 103 one or more file extensions
indexignorereset IndexIgnoreReset mod_autoindex 5 16 104 Reset the inherited list of IndexIgnore filenames
indexoptions IndexOptions mod_autoindex 12 16 101 one or more index options [+|-][]
indexorderdefault IndexOrderDefault mod_autoindex 2 16 102 {Ascending,Descending} {Name,Size,Description,Date}
indexstylesheet IndexStyleSheet mod_autoindex 1 16 110 URL to style sheet
inputsed InputSed mod_sed 1 64 591 Sed regular expression for Request
isapiappendlogtoerrors ISAPIAppendLogToErrors mod_isapi 5 4 727
isapiappendlogtoquery ISAPIAppendLogToQuery mod_isapi 5 4 728
isapicachefile ISAPICacheFile mod_isapi 3 128 729
isapifakeasync ISAPIFakeAsync mod_isapi 5 4 730
isapilognotsupported ISAPILogNotSupported mod_isapi 5 4 731
isapireadaheadbuffer ISAPIReadAheadBuffer mod_isapi 1 4 732
keepalive KeepAlive http_core 5 128 349 Whether persistent connections should be On or Off
keepalivetimeout KeepAliveTimeout http_core 1 128 347 Keep-Alive timeout duration (sec)
keptbodysize KeptBodySize mod_request 1 64 583 Maximum size of request bodies kept aside for use by filters
languagepriority LanguagePriority mod_negotiation 3 4 512 space-delimited list of MIME language abbreviations
ldapcacheentries LDAPCacheEntries util_ldap 1 128 367 Set the maximum number of entries that are possible in the LDAP search cache. Use 0 or -1 to disable the search cache (default: 1024)
ldapcachettl LDAPCacheTTL util_ldap 1 128 368 Set the maximum time (in seconds) that an item can be cached in the LDAP search cache. Use 0 for no limit. (default 600)
ldapconnectionpoolttl LDAPConnectionPoolTTL util_ldap 1 128 380 Specify the maximum amount of time a bound connection can sit idle and still be considered valid for reuse(0 = no pool, -1 = no limit, n = time in seconds). Default: -1
ldapconnectiontimeout LDAPConnectionTimeout util_ldap 1 128 375 Specify the LDAP socket connection timeout in seconds (default: 10)
ldaplibrarydebug LDAPLibraryDebug util_ldap 1 128 378 Enable debugging in LDAP SDK (Default: off, values: SDK specific
ldapopcacheentries LDAPOpCacheEntries util_ldap 1 128 369 Set the maximum number of entries that are possible in the LDAP compare cache. Use 0 or -1 to disable the compare cache (default: 1024)
ldapopcachettl LDAPOpCacheTTL util_ldap 1 128 370 Set the maximum time (in seconds) that an item is cached in the LDAP operation cache. Use 0 for no limit. (default: 600)
ldapreferralhoplimit LDAPReferralHopLimit util_ldap 1 8 377 Limit the number of referral hops that LDAP can follow. (Integer value, Consult LDAP SDK documentation for applicability and defaults
ldapreferrals LDAPReferrals util_ldap 1 8 376 Choose whether referrals are chased ['ON'|'OFF'|'DEFAULT'].  Default 'ON'
ldapretries LDAPRetries util_ldap 1 128 381 Specify the number of times a failed LDAP operation should be retried (0 = no retries). Default: 3
ldapretrydelay LDAPRetryDelay util_ldap 1 128 382 Specify the delay between retries of a failed LDAP operation (0 = no delay). Default: 0
ldapsharedcachefile LDAPSharedCacheFile util_ldap 1 128 366 Set the file name for the shared memory cache.
ldapsharedcachesize LDAPSharedCacheSize util_ldap 1 128 365 Set the size of the shared memory cache (in bytes). Use 0 to disable the shared memory cache. (default: 500000)
ldaptimeout LDAPTimeout util_ldap 1 128 379 Specify the LDAP bind/search timeout in seconds (0 = no limit). Default: 60
ldaptrustedclientcert LDAPTrustedClientCert util_ldap 9 8 372 Takes three arguments: the first argument is the certificate type of the second argument, one of CA_DER, CA_BASE64, CA_CERT7_DB, CA_SECMOD, CERT_DER, CERT_BASE64, CERT_KEY3_DB, CERT_NICKNAME, KEY_DER, or KEY_BASE64. The second argument specifies the file and/or directory containing the client certificate, or certificate ID used to validate this LDAP client.  The third argument is an optional passphrase if applicable.
ldaptrustedglobalcert LDAPTrustedGlobalCert util_ldap 9 128 371 Takes three arguments; the first argument is the cert type of the second argument, one of CA_DER, CA_BASE64, CA_CERT7_DB, CA_SECMOD, CERT_DER, CERT_BASE64, CERT_KEY3_DB, CERT_NICKNAME, KEY_DER, or KEY_BASE64. The second argument specifes the file and/or directory containing the trusted CA certificates (and global client certs for Netware) used to validate the LDAP server. The third argument is an optional passphrase if applicable.
ldaptrustedmode LDAPTrustedMode util_ldap 1 128 373 Specify the type of security that should be applied to an LDAP connection. One of; NONE, SSL or STARTTLS.
ldapverifyservercert LDAPVerifyServerCert util_ldap 5 128 374 Set to 'ON' requires that the server certificate be verified before a secure LDAP connection can be establish.  Default 'ON'
limitinternalrecursion LimitInternalRecursion core 7 128 237 maximum recursion depth of internal redirects and subrequests
limitrequestbody LimitRequestBody core 1 31 227 Limit (in bytes) on maximum size of request message body
limitrequestfields LimitRequestFields core 1 128 226 Limit (0 = unlimited) on max number of header fields in a request message
limitrequestfieldsize LimitRequestFieldsize core 1 128 225 Limit on maximum size of an HTTP request header field
limitrequestline LimitRequestLine core 1 128 224 Limit on maximum size of an HTTP request line
limitxmlrequestbody LimitXMLRequestBody core 1 31 228 Limit (in bytes) on maximum size of an XML-based request body
listen Listen event 12 128 495 A port number or a numeric IP address and a port number, and an optional protocol
listen Listen prefork 12 128 495 A port number or a numeric IP address and a port number, and an optional protocol
listen Listen worker 12 128 495 A port number or a numeric IP address and a port number, and an optional protocol
listenbacklog ListenBacklog event 1 128 493 Maximum length of the queue of pending connections, as used by listen(2)
listenbacklog ListenBacklog prefork 1 128 493 Maximum length of the queue of pending connections, as used by listen(2)
listenbacklog ListenBacklog worker 1 128 493 Maximum length of the queue of pending connections, as used by listen(2)
listencoresbucketsratio ListenCoresBucketsRatio event 1 128 494 Ratio between the number of CPU cores (online) and the number of listeners buckets
listencoresbucketsratio ListenCoresBucketsRatio prefork 1 128 494 Ratio between the number of CPU cores (online) and the number of listeners buckets
listencoresbucketsratio ListenCoresBucketsRatio worker 1 128 494 Ratio between the number of CPU cores (online) and the number of listeners buckets
listentcpdeferaccept ListenTCPDeferAccept event 1 128 498 Value set for the socket option TCP_DEFER_ACCEPT if it is set
listentcpdeferaccept ListenTCPDeferAccept prefork 1 128 498 Value set for the socket option TCP_DEFER_ACCEPT if it is set
listentcpdeferaccept ListenTCPDeferAccept worker 1 128 498 Value set for the socket option TCP_DEFER_ACCEPT if it is set
loadfile LoadFile mod_so 3 384 620 shared object file or library to load into the server at runtime
loadmodule LoadModule mod_so 2 384 619 a module name and the name of a shared object file to load it from
logformat LogFormat mod_log_config 7 128 386 a log format string (see docs) and an optional format name
logiotrackttfb LogIOTrackTTFB mod_logio 5 31 390 Set to 'ON' to enable tracking time to first byte
loglevel LogLevel core 3 192 221 Level of verbosity in error logging
logmessage LogMessage mod_log_debug 10 192 388 Log a debug message to the error log if this config block is used for  a request
lua_____bytecodehack Lua_____ByteCodeHack mod_lua 0 31 418 (internal) Byte code handler
luaauthzprovider LuaAuthzProvider mod_lua 8 384 394 Provide an authorization provider
luacodecache LuaCodeCache mod_lua 1 31 415 Controls the behavior of the in-memory code cache  context: stat|forever|never (default: stat) 
luahookaccesschecker LuaHookAccessChecker mod_lua 9 31 407 Provide a hook for the access_checker phase of request processing
luahookauthchecker LuaHookAuthChecker mod_lua 9 31 409 Provide a hook for the auth_checker phase of request processing
luahookcheckuserid LuaHookCheckUserID mod_lua 9 31 403 Provide a hook for the check_user_id phase of request processing
luahookfixups LuaHookFixups mod_lua 2 31 399 Provide a hook for the fixups phase of request processing
luahookinsertfilter LuaHookInsertFilter mod_lua 2 31 411 Provide a hook for the insert_filter phase of request processing
luahooklog LuaHookLog mod_lua 2 31 412 Provide a hook for the logging phase of request processing
luahookmaptostorage LuaHookMapToStorage mod_lua 2 31 401 Provide a hook for the map_to_storage phase of request processing
luahookpretranslatename LuaHookPreTranslateName mod_lua 2 31 395 Provide a hook for the pre_translate name phase of request processing
luahooktranslatename LuaHookTranslateName mod_lua 9 31 397 Provide a hook for the translate name phase of request processing
luahooktypechecker LuaHookTypeChecker mod_lua 2 31 405 Provide a hook for the type_checker phase of request processing
luainherit LuaInherit mod_lua 1 31 414 Controls how Lua scripts in parent contexts are merged with the current  context: none|parent-last|parent-first (default: parent-first) 
luainputfilter LuaInputFilter mod_lua 8 31 421 Registers a Lua function as an input filter
luamaphandler LuaMapHandler mod_lua 9 31 419 Maps a path to a lua handler
luaoutputfilter LuaOutputFilter mod_lua 8 31 420 Registers a Lua function as an output filter
luapackagecpath LuaPackageCPath mod_lua 1 31 393 Add a directory to lua's package.cpath
luapackagepath LuaPackagePath mod_lua 1 31 392 Add a directory to lua's package.path
luaquickhandler LuaQuickHandler mod_lua 2 31 416 Provide a hook for the quick handler of request processing
luaroot LuaRoot mod_lua 1 31 391 Specify the base path for resolving relative paths for mod_lua directives
luascope LuaScope mod_lua 10 31 413 One of once, request, conn, server -- default is once
macroignorebadnesting MacroIgnoreBadNesting mod_macro 0 287 426 Globally ignore warnings about bad nesting.
macroignoreemptyargs MacroIgnoreEmptyArgs mod_macro 0 287 425 Globally ignore warnings about empty arguments.
maxclients MaxClients event 1 128 503 Deprecated name of MaxRequestWorkers
maxclients MaxClients prefork 1 128 503 Deprecated name of MaxRequestWorkers
maxclients MaxClients worker 1 128 503 Deprecated name of MaxRequestWorkers
maxconnectionsperchild MaxConnectionsPerChild core 1 128 252 Maximum number of connections a particular child serves before dying.
maxkeepaliverequests MaxKeepAliveRequests http_core 1 128 348 Maximum number of Keep-Alive requests per connection, or 0 for infinite
maxmemfree MaxMemFree core 1 128 254 Maximum number of 1k blocks a particular child's allocator may hold.
maxrangeoverlaps MaxRangeOverlaps core 1 192 231 Maximum number of overlaps in Ranges in a request before returning the entire resource, or 0 for unlimited
maxrangereversals MaxRangeReversals core 1 192 232 Maximum number of reversals in Ranges in a request before returning the entire resource, or 0 for unlimited
maxranges MaxRanges core 1 192 230 Maximum number of Ranges in a request before returning the entire resource, or 0 for unlimited
maxrequestsperchild MaxRequestsPerChild core 1 128 251 Maximum number of connections a particular child serves before dying. (DEPRECATED, use MaxConnectionsPerChild)
maxrequestworkers MaxRequestWorkers event 1 128 504 Maximum number of threads alive at the same time
maxrequestworkers MaxRequestWorkers prefork 1 128 504 Maximum number of children alive at the same time
maxrequestworkers MaxRequestWorkers worker 1 128 504 Maximum number of threads alive at the same time
maxspareservers MaxSpareServers prefork 1 128 510 Maximum number of idle children
maxsparethreads MaxSpareThreads event 1 128 502 Maximum number of idle threads
maxsparethreads MaxSpareThreads worker 1 128 502 Maximum number of idle threads
mdactivationdelay MDActivationDelay mod_md 1 128 461 How long to delay activation of new certificates
mdbaseserver MDBaseServer mod_md 1 128 447 Allow managing of base server outside virtual hosts.
mdcacertificatefile MDCACertificateFile mod_md 1 128 462 Set the CA file to use for connections
mdcachallenges MDCAChallenges mod_md 12 128 429 A list of challenge types to be used.
mdcertificateagreement MDCertificateAgreement mod_md 1 128 428 either 'accepted' or the URL of CA Terms-of-Service agreement you accept
mdcertificateauthority MDCertificateAuthority mod_md 12 128 427 URL(s) or known name(s) of CA issuing the certificates
mdcertificatecheck MDCertificateCheck mod_md 2 128 460 Set name and URL pattern for a certificate monitoring site.
mdcertificatefile MDCertificateFile mod_md 1 128 450 set the static certificate (chain) file to use for this domain.
mdcertificatekeyfile MDCertificateKeyFile mod_md 1 128 451 set the static private key file to use for this domain.
mdcertificateprotocol MDCertificateProtocol mod_md 1 128 430 Protocol used to obtain/renew certificates
mdcertificatestatus MDCertificateStatus mod_md 1 128 453 On to see Managed Domain expose /.httpd/certificate-status.
mdchallengedns01 MDChallengeDns01 mod_md 0 128 448 Set the command for setup/teardown of dns-01 challenges
mdchallengedns01version MDChallengeDns01Version mod_md 1 128 449 Set the type of arguments to call \`MDChallengeDns01\` with
mdcheckinterval MDCheckInterval mod_md 1 128 470 Time between certificate checks.
mdcontactemail MDContactEmail mod_md 1 128 431 Email address used for account registration
mddrivemode MDDriveMode mod_md 1 128 432 deprecated, older name for MDRenewMode
mdexternalaccountbinding MDExternalAccountBinding mod_md 7 128 464 Set the external account binding keyid and hmac values to use at CA
mdhttpproxy MDHttpProxy mod_md 1 128 442 URL of a HTTP(S) proxy to use for outgoing connections
mdhttpproxycacertificatefile MDHttpProxyCACertificateFile mod_md 1 128 463 Set the CA file to use for connections to the HTTP(S) proxy
mdinitialdelay MDInitialDelay mod_md 1 128 469 How long to delay the first certificate check.
mdmatchnames MDMatchNames mod_md 1 128 468 Determines how DNS names are matched to vhosts.
mdmember MDMember mod_md 12 128 437 Define domain name(s) part of the Managed Domain. Use 'auto' or 'manual' to enable/disable auto adding names from virtual hosts.
mdmembers MDMembers mod_md 12 128 438 Define domain name(s) part of the Managed Domain. Use 'auto' or 'manual' to enable/disable auto adding names from virtual hosts.
mdmessagecmd MDMessageCmd mod_md 0 128 455 Set the command run when a message about a domain is issued.
mdmuststaple MDMustStaple mod_md 1 128 439 Enable/Disable the Must-Staple flag for new certificates.
mdnotifycmd MDNotifyCmd mod_md 0 128 446 Set the command to run when signup/renew of domain is complete.
mdomain MDomain mod_md 12 128 434 A group of server names with one certificate
mdportmap MDPortMap mod_md 7 128 440 Declare the mapped ports 80 and 443 on the local server. E.g. 80:8000 to indicate that the server port 8000 is reachable as port 80 from the internet. Use 80:- to indicate that port 80 is not reachable from the outside.
mdprivatekeys MDPrivateKeys mod_md 12 128 441 set the type and parameters for private key generation
mdprofile MDProfile mod_md 1 128 471 The name of an CA profile to order certificates for.
mdprofilemandatory MDProfileMandatory mod_md 1 128 472 Determines if a configured CA profile is mandatory.
mdrenewmode MDRenewMode mod_md 1 128 433 Controls how renewal of Managed Domain certificates shall be handled.
mdrenewviaari MDRenewViaARI mod_md 1 128 473 Enable/Disable ACME ARI (RFC 9773) to trigger renewals.
mdrenewwindow MDRenewWindow mod_md 1 128 444 Time length for renewal before certificate expires (defaults to days).
mdrequirehttps MDRequireHttps mod_md 1 136 445 Redirect non-secure requests to the https: equivalent.
mdretrydelay MDRetryDelay mod_md 1 128 465 Time length for first retry, doubled on every consecutive error.
mdretryfailover MDRetryFailover mod_md 1 128 466 The number of errors before a failover to another CA is triggered.
mdserverstatus MDServerStatus mod_md 1 128 452 On to see Managed Domains in server-status.
mdstapleothers MDStapleOthers mod_md 1 128 457 Enable/Disable OCSP Stapling for certificates not in Managed Domains.
mdstapling MDStapling mod_md 1 128 456 Enable/Disable OCSP Stapling for this/all Managed Domain(s).
mdstaplingkeepresponse MDStaplingKeepResponse mod_md 1 128 458 The amount of time to keep an OCSP response in the store.
mdstaplingrenewwindow MDStaplingRenewWindow mod_md 1 128 459 Time length for renewal before OCSP responses expire (defaults to days).
mdstoredir MDStoreDir mod_md 1 128 443 the directory for file system storage of managed domain data.
mdstorelocks MDStoreLocks mod_md 1 128 467 Configure locking of store for updates.
mdwarnwindow MDWarnWindow mod_md 1 128 454 When less time remains for a certificate, send our/log a warning (defaults to days)
memcacheconnttl MemcacheConnTTL mod_socache_memcache 1 128 621 TTL used for the connection with the memcache server(s)
mergeslashes MergeSlashes core 5 128 262 Controls whether consecutive slashes in the URI path are merged
mergetrailers MergeTrailers core 5 128 257 merge request trailers into request headers or not
metadir MetaDir mod_cern_meta 1 16 156 the name of the directory containing meta files
metafiles MetaFiles mod_cern_meta 5 16 155 Limited to 'on' or 'off'
metasuffix MetaSuffix mod_cern_meta 1 16 157 the filename suffix for meta files
mimemagicfile MimeMagicFile mod_mime_magic 1 128 474 Path to MIME Magic file (in file(1) format)
minspareservers MinSpareServers prefork 1 128 509 Minimum number of idle children, to handle request spikes
minsparethreads MinSpareThreads event 1 128 501 Minimum number of idle threads, to handle request spikes
minsparethreads MinSpareThreads worker 1 128 501 Minimum number of idle threads, to handle request spikes
mmapfile mmapfile mod_file_cache 3 128 306 A space separated list of files to mmap at config time
modemstandard ModemStandard mod_dialup 1 64 288 Modem Standard to.. simulate. Must be one of: 'V.21', 'V.26bis', 'V.32', 'V.34', or 'V.92'
modmimeusepathinfo ModMimeUsePathInfo mod_mime 5 64 492 Set to 'yes' to allow mod_mime to use path info for type checking
multiviewsmatch MultiviewsMatch mod_mime 3 4 483 NegotiatedOnly (default), Handlers and/or Filters, or Any
mutex Mutex core 0 128 229 mutex (or "default") and mechanism
namevirtualhost NameVirtualHost core 1 128 222 A numeric IP address:port, or the name of a host
noproxy NoProxy mod_proxy 3 128 553 A list of domains, hosts, or subnets to which the proxy will connect directly
nwssltrustedcerts NWSSLTrustedCerts mod_nw_ssl 3 128 734
nwsslupgradeable NWSSLUpgradeable mod_nw_ssl 2 128 735
options Options core 0 2 194 Set a number of attributes for a given directory
order order mod_access_compat 1 1 0 'allow,deny', 'deny,allow', or 'mutual-failure'
outputsed OutputSed mod_sed 1 64 590 Sed regular expression for Response
passenv PassEnv mod_env 3 4 297 a list of environment variables to pass to CGI.
pidfile PidFile core 1 128 250 A file for logging the server process ID
port Port core 1 128 204 Port was replaced with Listen in Apache 2.0
privilegesmode PrivilegesMode mod_privileges 1 192 738
protocol Protocol core 1 128 202 Set the Protocol for httpd to use.
protocolecho ProtocolEcho mod_echo 5 128 296 Run an echo server on this host
protocols Protocols core 3 128 258 Controls which protocols are allowed
protocolshonororder ProtocolsHonorOrder core 1 128 259 'off' (default) or 'on' to respect given order of protocols, by default the client specified order determines selection
proxy100continue Proxy100Continue mod_proxy 5 192 569 on if 100-Continue should be forwarded to the origin server, off if the proxy should handle it by itself
proxyaddheaders ProxyAddHeaders mod_proxy 5 192 568 on if X-Forwarded-* headers should be added or completed
proxybadheader ProxyBadHeader mod_proxy 1 128 559 How to handle bad header line in response: IsError | Ignore | StartBody
proxyblock ProxyBlock mod_proxy 3 128 549 A list of names, hosts or domains to which the proxy will not connect
proxydomain ProxyDomain mod_proxy 1 128 554 The default intranet domain name (in absence of a domain in the URL)
proxyerroroverride ProxyErrorOverride mod_proxy 3 192 556 use our error handling pages instead of the servers' we are proxying
proxyexpressdbmfile ProxyExpressDBMFile mod_proxy_express 1 4 516 Location of ProxyExpressDBMFile file
proxyexpressdbmtype ProxyExpressDBMType mod_proxy_express 1 4 517 Type of ProxyExpressDBMFile file
proxyexpressenable ProxyExpressEnable mod_proxy_express 5 4 515 Enable the ProxyExpress functionality
proxyfcgibackendtype ProxyFCGIBackendType mod_proxy_fcgi 1 4 518 Specify the type of FastCGI server: 'Generic', 'FPM'
proxyfcgisetenvif ProxyFCGISetEnvIf mod_proxy_fcgi 9 4 519 expr-condition env-name expr-value
proxyftpdircharset ProxyFtpDirCharset mod_proxy_ftp 1 192 522 Define the character set for proxied FTP listings
proxyftpescapewildcards ProxyFtpEscapeWildcards mod_proxy_ftp 5 192 521 Whether the proxy should escape wildcards in paths before sending them to the FTP server.  Defaults to on, but most FTP servers will need it turned off if you need to manage paths that contain wildcard characters.
proxyftplistonwildcard ProxyFtpListOnWildcard mod_proxy_ftp 5 192 520 Whether wildcard characters in a path cause mod_proxy_ftp to list the files instead of trying to get them. Defaults to on.
proxyhcexpr ProxyHCExpr mod_proxy_hcheck 0 4 524 Define a health check condition ruleset expression
proxyhctemplate ProxyHCTemplate mod_proxy_hcheck 0 4 523 Health check template
proxyhctpsize ProxyHCTPsize mod_proxy_hcheck 1 128 525 Set size of health check thread pool
proxyhtmlbufsize ProxyHTMLBufSize mod_proxy_html 1 192 535 Buffer size
proxyhtmlcharsetout ProxyHTMLCharsetOut mod_proxy_html 1 192 536 Usage: ProxyHTMLCharsetOut charset
proxyhtmldoctype ProxyHTMLDoctype mod_proxy_html 7 192 529 (HTML|XHTML) [Legacy]
proxyhtmlenable ProxyHTMLEnable mod_proxy_html 5 192 537 Enable proxy-html and xml2enc filters
proxyhtmlevents ProxyHTMLEvents mod_proxy_html 3 192 526 Strings to be treated as scripting events
proxyhtmlextended ProxyHTMLExtended mod_proxy_html 5 192 533 Map URLs in Javascript and CSS
proxyhtmlfixups ProxyHTMLFixups mod_proxy_html 3 192 530 Options are lowercase, dospath
proxyhtmlinterp ProxyHTMLInterp mod_proxy_html 5 192 532 Support interpolation and conditions in URLMaps
proxyhtmllinks ProxyHTMLLinks mod_proxy_html 4 192 527 Declare HTML Attributes
proxyhtmlmeta ProxyHTMLMeta mod_proxy_html 5 192 531 Fix META http-equiv elements
proxyhtmlstripcomments ProxyHTMLStripComments mod_proxy_html 5 192 534 Strip out comments
proxyhtmlurlmap ProxyHTMLURLMap mod_proxy_html 0 192 528 Map URL From To
proxyiobuffersize ProxyIOBufferSize mod_proxy 1 128 551 IO buffer size for outgoing HTTP and FTP connections in bytes
proxymaxforwards ProxyMaxForwards mod_proxy 1 128 552 The maximum number of proxies a request may be forwarded through.
proxypass ProxyPass mod_proxy 0 192 544 a virtual path and a URL
proxypassinherit ProxyPassInherit mod_proxy 5 128 564 on if this server should inherit all ProxyPass directives defined in the main server (Setting to off recommended if using the Balancer Manager)
proxypassinterpolateenv ProxyPassInterpolateEnv mod_proxy 5 192 543 Interpolate Env Vars in reverse Proxy
proxypassmatch ProxyPassMatch mod_proxy 0 192 545 a virtual path and a URL
proxypassreverse ProxyPassReverse mod_proxy 10 192 546 a virtual path and a URL for reverse proxy behaviour
proxypassreversecookiedomain ProxyPassReverseCookieDomain mod_proxy 9 192 548 Domain rewrite rule for proxying cookies
proxypassreversecookiepath ProxyPassReverseCookiePath mod_proxy 9 192 547 Path rewrite rule for proxying cookies
proxypreservehost ProxyPreserveHost mod_proxy 5 192 557 on if we should preserve host header while proxying
proxyreceivebuffersize ProxyReceiveBufferSize mod_proxy 1 128 550 Receive buffer size for outgoing HTTP and FTP connections in bytes
proxyremote ProxyRemote mod_proxy 9 128 541 a scheme, partial URL or '*' and a proxy server
proxyremotematch ProxyRemoteMatch mod_proxy 9 128 542 a regex pattern and a proxy server
proxyrequests ProxyRequests mod_proxy 5 128 540 on if the true proxy requests should be accepted
proxyscgiinternalredirect ProxySCGIInternalRedirect mod_proxy_scgi 1 192 571 The name of the pseudo response header or On or Off
proxyscgisendfile ProxySCGISendfile mod_proxy_scgi 1 192 570 The name of the X-Sendfile pseudo response header or On or Off
proxyset ProxySet mod_proxy 0 192 566 A balancer or worker name with list of params
proxysourceaddress ProxySourceAddress mod_proxy 1 128 567 Configure local source IP used for request forward
proxystatus ProxyStatus mod_proxy 1 128 565 Configure Status: proxy status to one of: on | off | full
proxytimeout ProxyTimeout mod_proxy 1 128 558 Set the timeout (in seconds) for a proxied connection. This overrides the server timeout
proxyvia ProxyVia mod_proxy 1 128 555 Configure Via: proxy header header to one of: on | off | block | full
proxywebsocketfallbacktoproxyhttp ProxyWebsocketFallbackToProxyHttp mod_proxy_wstunnel 5 192 572 whether to let mod_proxy_http handle the upgrade and tunneling, On by default
qualifyredirecturl QualifyRedirectURL core 5 4 240 Controls whether the REDIRECT_URL environment variable is fully qualified
readbuffersize ReadBufferSize core 1 192 199 Size (in bytes) of the memory buffers used to read data
readmename ReadmeName mod_autoindex 1 16 107 a filename
receivebuffersize ReceiveBufferSize event 1 128 497 Receive buffer size in bytes
receivebuffersize ReceiveBufferSize prefork 1 128 497 Receive buffer size in bytes
receivebuffersize ReceiveBufferSize worker 1 128 497 Receive buffer size in bytes
redirect Redirect mod_alias 10 4 8 an optional status, then document to be redirected and destination URL
redirectmatch RedirectMatch mod_alias 9 4 11 an optional status, then a regular expression and destination URL
redirectpermanent RedirectPermanent mod_alias 2 4 13 a document to be redirected, then the destination URL
redirectrelative RedirectRelative mod_alias 5 4 14 Set to ON to allow relative redirect targets to be issued as-is
redirecttemp RedirectTemp mod_alias 2 4 12 a document to be redirected, then the destination URL
redisconnpoolttl RedisConnPoolTTL mod_socache_redis 1 128 622 TTL used for the connection pool with the Redis server(s)
redistimeout RedisTimeout mod_socache_redis 1 128 623 R/W timeout used for the connection with the Redis server(s)
reflectorheader ReflectorHeader mod_reflector 7 2 573 Header to reflect back in the response, with an optional new name.
regexdefaultoptions RegexDefaultOptions core 0 128 236 default options for regexes (prefixed by '+' to add, '-' to del)
registerhttpmethod RegisterHttpMethod core 3 128 261 Registers non-standard HTTP methods
remoteipheader RemoteIPHeader mod_remoteip 1 128 574 Specifies a request header to trust as the client IP, e.g. X-Forwarded-For
remoteipinternalproxy RemoteIPInternalProxy mod_remoteip 3 128 577 Specifies one or more internal (transparent) proxies which are trusted to present IP headers
remoteipinternalproxylist RemoteIPInternalProxyList mod_remoteip 1 128 579 The filename to read the list of internal proxies, see the RemoteIPInternalProxy directive
remoteipproxiesheader RemoteIPProxiesHeader mod_remoteip 1 128 575 Specifies a request header to record proxy IP's, e.g. X-Forwarded-By; if not given then do not record
remoteipproxyprotocol RemoteIPProxyProtocol mod_remoteip 5 128 580 Enable PROXY protocol handling ('on', 'off')
remoteipproxyprotocolexceptions RemoteIPProxyProtocolExceptions mod_remoteip 12 128 581 Disable PROXY protocol handling for this list of networks in CIDR format
remoteiptrustedproxy RemoteIPTrustedProxy mod_remoteip 3 128 576 Specifies one or more proxies which are trusted to present IP headers
remoteiptrustedproxylist RemoteIPTrustedProxyList mod_remoteip 1 128 578 The filename to read the list of trusted proxies, see the RemoteIPTrustedProxy directive
removecharset RemoveCharset mod_mime 3 4 484 one or more file extensions
removeencoding RemoveEncoding mod_mime 3 4 485 one or more file extensions
removehandler RemoveHandler mod_mime 3 4 486 one or more file extensions
removeinputfilter RemoveInputFilter mod_mime 3 4 487 one or more file extensions
removelanguage RemoveLanguage mod_mime 3 4 488 one or more file extensions
removeoutputfilter RemoveOutputFilter mod_mime 3 4 489 one or more file extensions
removetype RemoveType mod_mime 3 4 490 one or more file extensions
requestheader RequestHeader mod_headers 0 4 314 an action, header and value followed by optional env clause
requestreadtimeout RequestReadTimeout mod_reqtimeout 0 128 582 Set various timeout parameters for TLS handshake and/or reading request headers and body
require Require mod_authz_core 0 8 83 specifies authorization directives which one must pass (or not) for a request to suceeed
rewritebase RewriteBase mod_rewrite 1 4 586 the base URL of the per-directory context
rewritecond RewriteCond mod_rewrite 0 4 587 an input string and a to be applied regexp-pattern
rewriteengine RewriteEngine mod_rewrite 5 4 584 On or Off to enable or disable (default) the whole rewriting engine
rewritemap RewriteMap mod_rewrite 9 128 589 a mapname and a filename and options
rewriteoptions RewriteOptions mod_rewrite 3 4 585 List of option strings to set
rewriterule RewriteRule mod_rewrite 0 4 588 an URL-applied regexp-pattern and a substitution URL
rlimitcpu RLimitCPU core 7 31 233 Soft/hard limits for max CPU usage in seconds
rlimitmem RLimitMEM core 7 31 234 Soft/hard limits for max memory usage per process
rlimitnproc RLimitNPROC core 7 31 235 soft/hard limits for max number of processes per uid
satisfy Satisfy mod_access_compat 1 8 3 access policy if both allow and require used ('all' or 'any')
scoreboardfile ScoreBoardFile core 1 128 247 A file for Apache to maintain runtime process management information
script Script mod_actions 2 192 5 a method followed by a script name
scriptalias ScriptAlias mod_alias 7 192 7 a fakename and a realname, or a realname in a Location
scriptaliasmatch ScriptAliasMatch mod_alias 2 128 10 a regular expression and a filename
scriptinterpretersource ScriptInterpreterSource mod_win32 1 4 745
scriptlog ScriptLog mod_cgi 1 128 158 the name of a log for script debugging info
scriptlog ScriptLog mod_cgid 1 128 158 the name of a log for script debugging info
scriptlogbuffer ScriptLogBuffer mod_cgi 1 128 160 the maximum size (in bytes) to record of a POST request
scriptlogbuffer ScriptLogBuffer mod_cgid 1 128 160 the maximum size (in bytes) to record of a POST request
scriptloglength ScriptLogLength mod_cgi 1 128 159 the maximum length (in bytes) of the script debug log
scriptloglength ScriptLogLength mod_cgid 1 128 159 the maximum length (in bytes) of the script debug log
scriptsock ScriptSock mod_cgid 1 128 162 the name of the socket to use for communication with the cgi daemon.
securelisten SecureListen mod_nw_ssl 9 128 736
seerequesttail SeeRequestTail core 5 128 249 For extended status, "On" to see the last 63 chars of the request line, "Off" (default) to see the first 63
sendbuffersize SendBufferSize event 1 128 496 Send buffer size in bytes
sendbuffersize SendBufferSize prefork 1 128 496 Send buffer size in bytes
sendbuffersize SendBufferSize worker 1 128 496 Send buffer size in bytes
serveradmin ServerAdmin core 1 128 206 The email address of the server administrator
serveralias ServerAlias core 0 128 213 A name or names alternately used to access the server
serverlimit ServerLimit event 1 128 500 Maximum number of child processes for this run of Apache
serverlimit ServerLimit prefork 1 128 500 Maximum value of MaxRequestWorkers for this run of Apache
serverlimit ServerLimit worker 1 128 500 Maximum number of child processes for this run of Apache
servername ServerName core 1 128 207 The hostname and port of the server
serverpath ServerPath core 1 128 214 The pathname the server can be reached at
serverroot ServerRoot core 1 384 209 Common directory of server-related files (logs, confs, etc.)
serversignature ServerSignature core 1 31 208 En-/disable server signature (on|off|email)
servertokens ServerTokens core 1 128 223 Determine tokens displayed in the Server: header - Min(imal), Major, Minor, Prod(uctOnly), OS, or Full
session Session mod_session 5 136 607 on if a session should be maintained for these URLs
sessioncookiename SessionCookieName mod_session_cookie 0 136 592 The name of the RFC2109 cookie carrying the session
sessioncookiename2 SessionCookieName2 mod_session_cookie 0 136 593 The name of the RFC2965 cookie carrying the session
sessioncookieremove SessionCookieRemove mod_session_cookie 5 136 594 Set to 'On' to remove the session cookie from the headers and hide the cookie from a backend server or process
sessioncryptocipher SessionCryptoCipher mod_session_crypto 1 136 597 The underlying crypto cipher to use
sessioncryptodriver SessionCryptoDriver mod_session_crypto 0 128 598 The underlying crypto library driver to use
sessioncryptopassphrase SessionCryptoPassphrase mod_session_crypto 3 136 595 The passphrase(s) used to encrypt the session. First will be used for encryption, all phrases will be accepted for decryption
sessioncryptopassphrasefile SessionCryptoPassphraseFile mod_session_crypto 1 192 596 File containing passphrase(s) used to encrypt the session, one per line. First will be used for encryption, all phrases will be accepted for decryption
sessiondbdcookiename SessionDBDCookieName mod_session_dbd 0 136 605 The name of the RFC2109 cookie carrying the session key
sessiondbdcookiename2 SessionDBDCookieName2 mod_session_dbd 0 136 606 The name of the RFC2965 cookie carrying the session key
sessiondbdcookieremove SessionDBDCookieRemove mod_session_dbd 5 136 604 Remove the session cookie after session load. On by default.
sessiondbddeletelabel SessionDBDDeleteLabel mod_session_dbd 1 136 602 Query label used to delete an existing session
sessiondbdinsertlabel SessionDBDInsertLabel mod_session_dbd 1 136 600 Query label used to insert a new session
sessiondbdperuser SessionDBDPerUser mod_session_dbd 5 136 603 Save the session per user
sessiondbdselectlabel SessionDBDSelectLabel mod_session_dbd 1 136 599 Query label used to select a new session
sessiondbdupdatelabel SessionDBDUpdateLabel mod_session_dbd 1 136 601 Query label used to update an existing session
sessionenv SessionEnv mod_session 5 136 610 on if a session should be written to the CGI environment. Defaults to off
sessionexclude SessionExclude mod_session 1 136 612 URL prefixes to exclude from the session. Defaults to no URLs
sessionexpiryupdateinterval SessionExpiryUpdateInterval mod_session 1 136 613 time interval for which a session's expiry time may change without having to be rewritten. Zero to disable
sessionheader SessionHeader mod_session 1 136 609 output header, if present, whose contents will be injected into the session.
sessioninclude SessionInclude mod_session 1 136 611 URL prefixes to include in the session. Defaults to all URLs
sessionmaxage SessionMaxAge mod_session 1 136 608 length of time for which a session should be valid. Zero to disable
setenv SetEnv mod_env 7 4 298 an environment variable name and optional value to pass to CGI.
setenvif SetEnvIf mod_setenvif 0 4 614 A header-name, regex and a list of variables.
setenvifexpr SetEnvIfExpr mod_setenvif 0 4 616 an expression and a list of variables.
setenvifnocase SetEnvIfNoCase mod_setenvif 0 4 615 a header-name, regex and a list of variables.
sethandler SetHandler core 1 4 243 a handler name that overrides any other configured handler
setinputfilter SetInputFilter core 1 4 245 filter (or ; delimited list of filters) to be run on the request body
setoutputfilter SetOutputFilter core 1 4 244 filter (or ; delimited list of filters) to be run on the request content
ssiendtag SSIEndTag mod_include 1 128 359 SSI End String Tag
ssierrormsg SSIErrorMsg mod_include 1 31 356 a string
ssietag SSIEtag mod_include 5 1 363 Whether to allow the generation of ETags within the server. Existing ETags will be preserved. Limited to 'on' or 'off'
ssilastmodified SSILastModified mod_include 5 1 362 Whether to set the last modified header or respect an existing header. Limited to 'on' or 'off'
ssilegacyexprparser SSILegacyExprParser mod_include 5 1 361 Whether to use the legacy expression parser compatible with <= 2.2.x. Limited to 'on' or 'off'
ssistarttag SSIStartTag mod_include 1 128 358 SSI Start String Tag
ssitimeformat SSITimeFormat mod_include 1 31 357 a strftime(3) formatted string
ssiundefinedecho SSIUndefinedEcho mod_include 1 31 360 String to be displayed if an echoed variable is undefined
sslcacertificatefile SSLCACertificateFile mod_ssl 1 136 640 SSL CA Certificate file ('/path/to/file' - PEM encoded)
sslcacertificatepath SSLCACertificatePath mod_ssl 1 136 639 SSL CA Certificate path ('/path/to/dir' - contains PEM encoded files)
sslcadnrequestfile SSLCADNRequestFile mod_ssl 1 128 642 SSL CA Distinguished Name file ('/path/to/file' - PEM encoded to derive acceptable CA names to request)
sslcadnrequestpath SSLCADNRequestPath mod_ssl 1 128 641 SSL CA Distinguished Name path ('/path/to/dir' - symlink hashes to PEM of acceptable CA names to request)
sslcarevocationcheck SSLCARevocationCheck mod_ssl 0 128 645 SSL CA Certificate Revocation List (CRL) checking mode
sslcarevocationfile SSLCARevocationFile mod_ssl 1 128 644 SSL CA Certificate Revocation List (CRL) file ('/path/to/file' - PEM encoded)
sslcarevocationpath SSLCARevocationPath mod_ssl 1 128 643 SSL CA Certificate Revocation List (CRL) path ('/path/to/dir' - contains PEM encoded files)
sslcertificatechainfile SSLCertificateChainFile mod_ssl 1 128 637 SSL Server CA Certificate Chain file ('/path/to/file' - PEM encoded)
sslcertificatefile SSLCertificateFile mod_ssl 1 128 635 SSL Server Certificate file ('/path/to/file' - PEM or DER encoded)
sslcertificatekeyfile SSLCertificateKeyFile mod_ssl 1 128 636 SSL Server Private Key file ('/path/to/file' - PEM or DER encoded)
sslciphersuite SSLCipherSuite mod_ssl 7 136 634 Colon-delimited list of permitted SSL Ciphers, optional preceded by protocol identifier ('XXX:...:XXX' - see manual)
sslcompression SSLCompression mod_ssl 5 128 651 Enable SSL level compression (\`on', \`off')
sslcryptodevice SSLCryptoDevice mod_ssl 1 128 629 SSL external Crypto Device usage ('builtin', '...')
sslengine SSLEngine mod_ssl 1 128 632 SSL switch for the protocol engine ('on', 'off')
sslfips SSLFIPS mod_ssl 5 128 633 Enable FIPS-140 mode (\`on', \`off')
sslhonorcipherorder SSLHonorCipherOrder mod_ssl 5 128 650 Use the server's cipher ordering preference
sslinsecurerenegotiation SSLInsecureRenegotiation mod_ssl 5 128 653 Enable support for insecure renegotiation
ssllog SSLLog mod_ssl 0 31 699 SSLLog directive is no longer supported - use ErrorLog.
sslloglevel SSLLogLevel mod_ssl 0 31 700 SSLLogLevel directive is no longer supported - use LogLevel.
sslocspdefaultresponder SSLOCSPDefaultResponder mod_ssl 1 128 679 URL of the default OCSP Responder
sslocspenable SSLOCSPEnable mod_ssl 0 128 678 Enable use of OCSP to verify certificate revocation mode ('on', 'leaf', 'off')
sslocspnoverify SSLOCSPNoVerify mod_ssl 5 128 686 Do not verify OCSP Responder certificate ('on', 'off')
sslocspoverrideresponder SSLOCSPOverrideResponder mod_ssl 5 128 680 Force use of the default responder URL ('on', 'off')
sslocspproxyurl SSLOCSPProxyURL mod_ssl 1 128 685 Proxy URL to use for OCSP requests
sslocsprespondercertificatefile SSLOCSPResponderCertificateFile mod_ssl 1 128 687 Trusted OCSP responder certificates(\`/path/to/file' - PEM encoded certificates)
sslocsprespondertimeout SSLOCSPResponderTimeout mod_ssl 1 128 683 OCSP responder query timeout
sslocspresponsemaxage SSLOCSPResponseMaxAge mod_ssl 1 128 682 Maximum age of OCSP responses
sslocspresponsetimeskew SSLOCSPResponseTimeSkew mod_ssl 1 128 681 Maximum time difference in OCSP responses
sslocspuserequestnonce SSLOCSPUseRequestNonce mod_ssl 5 128 684 Whether OCSP queries use a nonce or not ('on', 'off')
sslopensslconfcmd SSLOpenSSLConfCmd mod_ssl 2 128 698 OpenSSL configuration command
ssloptions SSLOptions mod_ssl 0 2 674 Set one or more options to configure the SSL engine('[+-]option[=value] ...' - see manual)
sslpassphrasedialog SSLPassPhraseDialog mod_ssl 1 128 627 SSL dialog mechanism for the pass phrase query ('builtin', '|/path/to/pipe_program', or 'exec:/path/to/cgi_program')
sslprotocol SSLProtocol mod_ssl 0 128 649 Enable or disable various SSL protocols ('[+-][TLSv1|TLSv1.1|TLSv1.2] ...' - see manual)
sslproxycacertificatefile SSLProxyCACertificateFile mod_ssl 1 2176 663 SSL Proxy: file containing server certificates ('/path/to/file' - PEM encoded certificates)
sslproxycacertificatepath SSLProxyCACertificatePath mod_ssl 1 2176 664 SSL Proxy: directory containing server certificates ('/path/to/dir' - contains PEM encoded certificates)
sslproxycarevocationcheck SSLProxyCARevocationCheck mod_ssl 0 2176 667 SSL Proxy: CA Certificate Revocation List (CRL) checking mode
sslproxycarevocationfile SSLProxyCARevocationFile mod_ssl 1 2176 666 SSL Proxy: CA Certificate Revocation List (CRL) file ('/path/to/file' - PEM encoded)
sslproxycarevocationpath SSLProxyCARevocationPath mod_ssl 1 2176 665 SSL Proxy: CA Certificate Revocation List (CRL) path ('/path/to/dir' - contains PEM encoded files)
sslproxycheckpeercn SSLProxyCheckPeerCN mod_ssl 5 2176 672 SSL Proxy: check the peer certificate's CN
sslproxycheckpeerexpire SSLProxyCheckPeerExpire mod_ssl 5 2176 671 SSL Proxy: check the peer certificate's expiration date
sslproxycheckpeername SSLProxyCheckPeerName mod_ssl 5 2176 673 SSL Proxy: check the peer certificate's name (must be present in subjectAltName extension or CN
sslproxyciphersuite SSLProxyCipherSuite mod_ssl 7 2176 660 SSL Proxy: colon-delimited list of permitted SSL ciphers , optionally preceded by protocol specifier ('XXX:...:XXX' - see manual)
sslproxyengine SSLProxyEngine mod_ssl 5 2176 658 SSL switch for the proxy protocol engine ('on', 'off')
sslproxymachinecertificatechainfile SSLProxyMachineCertificateChainFile mod_ssl 1 2176 670 SSL Proxy: file containing issuing certificates of the client certificate (\`/path/to/file' - PEM encoded certificates)
sslproxymachinecertificatefile SSLProxyMachineCertificateFile mod_ssl 1 2176 668 SSL Proxy: file containing client certificates ('/path/to/file' - PEM encoded certificates)
sslproxymachinecertificatepath SSLProxyMachineCertificatePath mod_ssl 1 2176 669 SSL Proxy: directory containing client certificates ('/path/to/dir' - contains PEM encoded certificates)
sslproxyprotocol SSLProxyProtocol mod_ssl 0 2176 659 SSL Proxy: enable or disable SSL protocol flavors ('[+-][TLSv1|TLSv1.1|TLSv1.2] ...' - see manual)
sslproxyverify SSLProxyVerify mod_ssl 1 2176 661 SSL Proxy: whether to verify the remote certificate ('on' or 'off')
sslproxyverifydepth SSLProxyVerifyDepth mod_ssl 1 2176 662 SSL Proxy: maximum certificate verification depth ('N' - number of intermediate certificates)
sslrandomseed SSLRandomSeed mod_ssl 9 128 630 SSL Pseudo Random Number Generator (PRNG) seeding source ('startup|connect builtin|file:/path|exec:/path [bytes]')
sslrenegbuffersize SSLRenegBufferSize mod_ssl 1 8 677 Configure the amount of memory that will be used for buffering the request body if a per-location SSL renegotiation is required due to changed access control requirements
sslrequire SSLRequire mod_ssl 0 8 676 Require a boolean expression to evaluate to true for granting access(arbitrary complex boolean expression - see manual)
sslrequiressl SSLRequireSSL mod_ssl 0 8 675 Require the SSL protocol for the per-directory context (no arguments)
sslsessioncache SSLSessionCache mod_ssl 1 128 628 SSL Session Cache storage ('none', 'nonenotnull', 'dbm:/path/to/file')
sslsessioncachetimeout SSLSessionCacheTimeout mod_ssl 1 128 648 SSL Session Cache object lifetime ('N' - number of seconds)
sslsessionticketkeyfile SSLSessionTicketKeyFile mod_ssl 1 128 638 TLS session ticket encryption/decryption key file (RFC 5077) ('/path/to/file' - file with 48 bytes of random data)
sslsessiontickets SSLSessionTickets mod_ssl 5 128 652 Enable or disable TLS session tickets(\`on', \`off')
sslsrpunknownuserseed SSLSRPUnknownUserSeed mod_ssl 1 128 657 SRP seed for unknown users (to avoid leaking a user's existence) ('some secret text')
sslsrpverifierfile SSLSRPVerifierFile mod_ssl 1 128 656 SRP verifier file ('/path/to/file' - created by srptool)
sslstaplingcache SSLStaplingCache mod_ssl 1 128 688 SSL Stapling Response Cache storage (\`dbm:/path/to/file')
sslstaplingerrorcachetimeout SSLStaplingErrorCacheTimeout mod_ssl 1 128 696 SSL stapling option for OCSP Response Error Cache Lifetime
sslstaplingfaketrylater SSLStaplingFakeTryLater mod_ssl 5 128 695 SSL stapling switch to send tryLater response to client on error (\`on', \`off')
sslstaplingforceurl SSLStaplingForceURL mod_ssl 1 128 697 SSL stapling option to Force the OCSP Stapling URL
sslstaplingrespondertimeout SSLStaplingResponderTimeout mod_ssl 1 128 691 SSL stapling option for OCSP responder timeout
sslstaplingresponsemaxage SSLStaplingResponseMaxAge mod_ssl 1 128 692 SSL stapling option for maximum age of OCSP responses
sslstaplingresponsetimeskew SSLStaplingResponseTimeSkew mod_ssl 1 128 690 SSL stapling option for maximum time difference in OCSP responses
sslstaplingreturnrespondererrors SSLStaplingReturnResponderErrors mod_ssl 5 128 694 SSL stapling switch to return Status Errors Back to Client(\`on', \`off')
sslstaplingstandardcachetimeout SSLStaplingStandardCacheTimeout mod_ssl 1 128 693 SSL stapling option for normal OCSP Response Cache Lifetime
sslstrictsnivhostcheck SSLStrictSNIVHostCheck mod_ssl 5 128 655 Strict SNI virtual host checking
sslusername SSLUserName mod_ssl 1 136 654 Set user name to SSL variable value
sslusestapling SSLUseStapling mod_ssl 5 128 689 SSL switch for the OCSP Stapling protocol (\`on', \`off')
sslverifyclient SSLVerifyClient mod_ssl 1 136 646 SSL Client verify type ('none', 'optional', 'require', 'optional_no_ca')
sslverifydepth SSLVerifyDepth mod_ssl 1 136 647 SSL Client verify depth ('N' - number of intermediate certificates)
sslvhostsnipolicy SSLVHostSNIPolicy mod_ssl 1 128 631 SSL VirtualHost SNI compatibility policy setting
startservers StartServers event 1 128 499 Number of child processes launched at server startup
startservers StartServers prefork 1 128 499 Number of child processes launched at server startup
startservers StartServers worker 1 128 499 Number of child processes launched at server startup
stricthostcheck StrictHostCheck core 5 128 241 Controls whether a hostname match is required
substitute Substitute mod_substitute 1 4 701 Pattern to filter the response content (s/foo/bar/[inf])
substituteinheritbefore SubstituteInheritBefore mod_substitute 5 4 703 Apply inherited patterns before those of the current context
substitutemaxlinelength SubstituteMaxLineLength mod_substitute 1 4 702 Maximum line length
suexec Suexec mod_unixd 5 128 708 Enable or disable suEXEC support
suexecusergroup SuexecUserGroup mod_suexec 2 128 704 User and group for spawned processes
threadlimit ThreadLimit event 1 128 506 Maximum number of worker threads per child process for this run of Apache - Upper limit for ThreadsPerChild
threadlimit ThreadLimit worker 1 128 506 Maximum number of worker threads per child process for this run of Apache - Upper limit for ThreadsPerChild
threadsperchild ThreadsPerChild event 1 128 505 Number of threads each child creates
threadsperchild ThreadsPerChild worker 1 128 505 Number of threads each child creates
threadstacksize ThreadStackSize core 1 128 255 Size in bytes of stack used by threads handling client connections
timeout Timeout core 1 128 215 Timeout duration (sec)
tlscertificate TLSCertificate mod_tls 7 128 746
tlsciphersprefer TLSCiphersPrefer mod_tls 12 128 747
tlscipherssuppress TLSCiphersSuppress mod_tls 12 128 748
tlsclientca TLSClientCA mod_tls 1 128 749
tlsclientcertificate TLSClientCertificate mod_tls 1 128 750
tlsengine TLSEngine mod_tls 1 128 751
tlshonorclientorder TLSHonorClientOrder mod_tls 1 128 752
tlsoptions TLSOptions mod_tls 12 2 753
tlsprotocol TLSProtocol mod_tls 1 128 754
tlsproxyca TLSProxyCA mod_tls 1 2176 755
tlsproxyciphersprefer TLSProxyCiphersPrefer mod_tls 12 2176 756
tlsproxycipherssuppress TLSProxyCiphersSuppress mod_tls 12 2176 757
tlsproxyengine TLSProxyEngine mod_tls 5 2176 758
tlsproxymachinecertificate TLSProxyMachineCertificate mod_tls 7 2176 759
tlsproxyprotocol TLSProxyProtocol mod_tls 1 2176 760
tlssessioncache TLSSessionCache mod_tls 1 128 761
tlsstrictsni TLSStrictSNI mod_tls 1 128 762
tlsusername TLSUserName mod_tls 1 128 763
traceenable TraceEnable core 1 128 256 'on' (default), 'off' or 'extended' to trace request body content
transferlog TransferLog mod_log_config 1 128 385 the filename of the access log
typesconfig TypesConfig mod_mime 1 128 491 the MIME types config file
undefine UnDefine core 1 448 184 Undefine the existence of a variable. Undo a Define.
undefmacro UndefMacro mod_macro 1 287 424 Remove a macro definition.
unsetenv UnsetEnv mod_env 3 4 299 a list of variables to remove from the CGI environment.
use Use mod_macro 0 287 423 Use of a macro.
usecanonicalname UseCanonicalName core 1 192 217 How to work out the ServerName : Port when constructing URLs
usecanonicalphysicalport UseCanonicalPhysicalPort core 1 192 218 Whether to use the physical Port when constructing URLs
user User mod_unixd 1 128 705 Effective user id for this server
userdir UserDir mod_userdir 0 128 709 the public subdirectory in users' home directories, or 'disabled', or 'disabled username username...', or 'enabled username username...'
vhostcgimode VHostCGIMode mod_privileges 1 128 739
vhostcgiprivs VHostCGIPrivs mod_privileges 3 128 740
vhostgroup VHostGroup mod_privileges 1 128 741
vhostprivs VHostPrivs mod_privileges 3 128 742
vhostsecure VHostSecure mod_privileges 5 128 743
vhostuser VHostUser mod_privileges 1 128 744
virtualdocumentroot VirtualDocumentRoot mod_vhost_alias 1 128 720 how to create the DocumentRoot based on the host
virtualdocumentrootip VirtualDocumentRootIP mod_vhost_alias 1 128 722 how to create the DocumentRoot based on the host
virtualscriptalias VirtualScriptAlias mod_vhost_alias 1 128 719 how to create a ScriptAlias based on the host
virtualscriptaliasip VirtualScriptAliasIP mod_vhost_alias 1 128 721 how to create a ScriptAlias based on the host
watchdoginterval WatchdogInterval mod_watchdog 1 128 723 Watchdog interval in seconds
xbithack XBitHack mod_include 1 2 355 Off, On, or Full
xml2encalias xml2EncAlias mod_xml2enc 4 128 725 EncodingAlias charset alias [more aliases]
xml2encdefault xml2EncDefault mod_xml2enc 1 31 724 Usage: xml2EncDefault charset
xml2startparse xml2StartParse mod_xml2enc 3 31 726 Ignore anything in front of the first of these elements
`;
