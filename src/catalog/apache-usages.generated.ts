// Usage texts of the command tables that apache-directives.generated.ts is made of.

/** A line for each directive of a module with such a text, sorted: name in lower case, module, text with tabs for line ends. */
export const lines = `<authnprovideralias mod_authn_core container for grouping an authentication provider's directives under a provider alias
<authzprovideralias mod_authz_core container for grouping an authorization provider's directives under a provider alias
<directory core Container for directives affecting resources located in the specified directories
<directorymatch core Container for directives affecting resources located in the specified directories
<else core Container for directives to be conditionally applied
<elseif core Container for directives to be conditionally applied
<files core Container for directives affecting files matching specified patterns
<filesmatch core Container for directives affecting files matching specified patterns
<if core Container for directives to be conditionally applied
<ifdefine core Container for directives based on existence of command line defines
<ifdirective core Container for directives based on existence of named directive
<iffile core Container for directives based on existence of files on disk
<ifmodule core Container for directives based on existence of specified modules
<ifsection core Container for directives based on existence of named section
<ifversion mod_version a comparison operator, a version (and a delimiter)
<limit core Container for authentication directives when accessed using specified HTTP methods
<limitexcept core Container for authentication directives to be applied when any HTTP method other than those specified is used to access the resource
<location core Container for directives affecting resources accessed through the specified URL paths
<locationmatch core Container for directives affecting resources accessed through the specified URL paths
<luahookaccesschecker mod_lua Provide a hook for the access_checker phase of request processing
<luahookauthchecker mod_lua Provide a hook for the auth_checker phase of request processing
<luahookcheckuserid mod_lua Provide a hook for the check_user_id phase of request processing
<luahookfixups mod_lua Provide a inline hook for the fixups phase of request processing
<luahookmaptostorage mod_lua Provide a hook for the map_to_storage phase of request processing
<luahookpretranslatename mod_lua Provide a hook for the pre_translate name phase of request processing
<luahooktranslatename mod_lua Provide a hook for the translate name phase of request processing
<luahooktypechecker mod_lua Provide a hook for the type_checker phase of request processing
<luaquickhandler mod_lua Provide a hook for the quick handler of request processing
<macro mod_macro Beginning of a macro definition section.
<mdomain mod_md Short form for <MDomainSet> container.
<mdomainset mod_md Container for a managed domain with common settings and certificate.
<proxy mod_proxy Container for directives affecting resources located in the proxied location
<proxymatch mod_proxy Container for directives affecting resources located in the proxied location, in regular expression syntax
<requireall mod_authz_core container for grouping authorization directives of which none must fail and at least one must pass for a request to succeed
<requireany mod_authz_core container for grouping authorization directives of which one must pass for a request to succeed
<requirenone mod_authz_core container for grouping authorization directives of which none must pass for a request to succeed
<virtualhost core Container to map directives to a particular virtual host, takes one or more host addresses
acceptfilter core Set the Accept Filter to use for a protocol
acceptpathinfo core Set to on or off for PATH_INFO to be accepted by handlers, or default for the per-handler preference
accessfilename core Name(s) of per-directory config files (default: .htaccess)
action mod_actions a media type followed by a script name
addalt mod_autoindex alternate descriptive text followed by one or more filenames
addaltbyencoding mod_autoindex alternate descriptive text followed by one or more content encodings
addaltbytype mod_autoindex alternate descriptive text followed by one or more MIME types
addcharset mod_mime a charset (e.g., iso-2022-jp), followed by one or more file extensions
adddefaultcharset core The name of the default charset to add to any Content-Type without one or 'Off' to disable
adddescription mod_autoindex Descriptive text followed by one or more filenames
addencoding mod_mime an encoding (e.g., gzip), followed by one or more file extensions
addhandler mod_mime a handler name followed by one or more file extensions
addicon mod_autoindex an icon URL followed by one or more filenames
addiconbyencoding mod_autoindex an icon URL followed by one or more content encodings
addiconbytype mod_autoindex an icon URL followed by one or more MIME types
addinputfilter mod_mime input filter name (or ; delimited names) followed by one or more file extensions
addlanguage mod_mime a language (e.g., fr), followed by one or more file extensions
addmoduleinfo mod_info a module name and additional information on that module
addoutputfilter mod_mime output filter name (or ; delimited names) followed by one or more file extensions
addoutputfilterbytype mod_filter output filter name followed by one or more content-types
addtype mod_mime a mime type followed by one or more file extensions
alias mod_alias a fakename and a realname, or a realname in a Location
aliasmatch mod_alias a regular expression and a filename
aliaspreservepath mod_alias Set to ON to map the full path after the fakename to the realname.
allow mod_access_compat 'from' followed by hostnames or IP-address wildcards
allowconnect mod_proxy_connect A list of ports or port ranges which CONNECT may connect to
allowencodedslashes core Allow URLs containing '/' encoded as '%2F'
allowmethods mod_allowmethods only allow specific methods
allowoverride core Controls what groups of directives can be configured by per-directory config files
allowoverridelist core Controls what individual directives can be configured by per-directory config files
anonymous mod_authn_anon a space-separated list of user IDs
anonymous_logemail mod_authn_anon Limited to 'on' or 'off'
anonymous_mustgiveemail mod_authn_anon Limited to 'on' or 'off'
anonymous_nouserid mod_authn_anon Limited to 'on' or 'off'
anonymous_verifyemail mod_authn_anon Limited to 'on' or 'off'
asyncrequestworkerfactor event How many additional connects will be accepted per idle worker thread
authbasicauthoritative mod_auth_basic Set to 'Off' to allow access control to be passed along to lower modules if the UserID is not known to this module
authbasicfake mod_auth_basic Fake basic authentication using the given expressions for username and password, 'off' to disable. Password defaults to 'password' if missing.
authbasicprovider mod_auth_basic specify the auth providers for a directory or location
authbasicusedigestalgorithm mod_auth_basic Set to 'MD5' to use the auth provider's authentication check for digest auth, using a hash of 'user:realm:pass'
authdbduserpwquery mod_authn_dbd Query used to fetch password for user
authdbduserrealmquery mod_authn_dbd Query used to fetch password for user+realm
authdbmgroupfile mod_authz_dbm database file containing group names and member user IDs
authdbmtype mod_authn_dbm what type of DBM file the user file is
authdbmuserfile mod_authn_dbm dbm database file containing user IDs and passwords
authdigestalgorithm mod_auth_digest The algorithm used for the hash calculation
authdigestdomain mod_auth_digest A list of URI's which belong to the same protection space as the current URI
authdigestnccheck mod_auth_digest Whether or not to check the nonce-count sent by the client
authdigestnoncelifetime mod_auth_digest Maximum lifetime of the server nonce (seconds)
authdigestprovider mod_auth_digest specify the auth providers for a directory or location
authdigestqop mod_auth_digest A list of quality-of-protection options
authdigestshmemsize mod_auth_digest The amount of shared memory to allocate for keeping track of clients
authformauthoritative mod_auth_form Set to 'Off' to allow access control to be passed along to lower modules if the UserID is not known to this module
authformbody mod_auth_form The field of the login form carrying the urlencoded original request body.
authformdisablenostore mod_auth_form Set to 'on' to stop the sending of a Cache-Control no-store header with the login screen. This allows the browser to cache the credentials, but at the risk of it being possible for the login form to be resubmitted and revealed to the backend server through XSS. Use at own risk.
authformfakebasicauth mod_auth_form Set to 'On' to pass through authentication to the rest of the server as a basic authentication header.
authformlocation mod_auth_form The field of the login form carrying the URL to redirect on successful login.
authformloginrequiredlocation mod_auth_form If set, redirect the browser to this URL rather than return 401 Not Authorized.
authformloginsuccesslocation mod_auth_form If set, redirect the browser to this URL when a login processed by the login handler is successful.
authformlogoutlocation mod_auth_form The URL of the logout successful page. An attempt to access an URL handled by the handler form-logout-handler will result in an redirect to this page after logout.
authformmethod mod_auth_form The field of the login form carrying the original request method.
authformmimetype mod_auth_form The field of the login form carrying the original request mimetype.
authformpassword mod_auth_form The field of the login form carrying the password
authformprovider mod_auth_form specify the auth providers for a directory or location
authformsitepassphrase mod_auth_form If set, use this passphrase to determine whether the user should be authenticated. Bypasses the user authentication check on every website hit, and is useful for high traffic sites.
authformsize mod_auth_form Maximum size of body parsed by the form parser
authformusername mod_auth_form The field of the login form carrying the username
authgroupfile mod_authz_groupfile text file containing group names and member user IDs
authldapauthorizeprefix mod_authnz_ldap The prefix to add to environment variables set during successful authorization, default 'AUTHORIZE_'
authldapbindauthoritative mod_authnz_ldap Set to 'on' to return failures when user-specific bind fails - defaults to on.
authldapbinddn mod_authnz_ldap DN to use to bind to LDAP server. If not provided, will do an anonymous bind.
authldapbindpassword mod_authnz_ldap Password to use to bind to LDAP server. If not provided, will do an anonymous bind.
authldapcharsetconfig mod_authnz_ldap Character set conversion configuration file. If omitted, character set conversion is disabled.
authldapcompareasuser mod_authnz_ldap Set to 'on' to perform authorization-based compares with the users credentials, when this module has also performed authentication.  Does not affect nested groups lookups.
authldapcomparednonserver mod_authnz_ldap Set to 'on' to force auth_ldap to do DN compares (for the "require dn" directive) using the server, and set it 'off' to do the compares locally (at the expense of possible false matches). See the documentation for a complete description of this option.
authldapdereferencealiases mod_authnz_ldap Determines how aliases are handled during a search. Can be one of the values "never", "searching", "finding", or "always". Defaults to always.
authldapgroupattribute mod_authnz_ldap A list of attribute labels used to identify the user members of groups - defaults to member and uniquemember
authldapgroupattributeisdn mod_authnz_ldap If set to 'on', auth_ldap uses the DN that is retrieved from the server for subsequent group comparisons. If set to 'off', auth_ldap uses the string provided by the client directly. Defaults to 'on'.
authldapinitialbindasuser mod_authnz_ldap Set to 'on' to perform the initial DN lookup with the basic auth credentials instead of anonymous or hard-coded credentials
authldapinitialbindpattern mod_authnz_ldap The regex and substitution to determine a username that can bind based on an HTTP basic auth username
authldapmaxsubgroupdepth mod_authnz_ldap Maximum subgroup nesting depth to be evaluated - defaults to 10 (top-level group = 0)
authldapremoteuserattribute mod_authnz_ldap Override the user supplied username and place the contents of this attribute in the REMOTE_USER environment variable.
authldapremoteuserisdn mod_authnz_ldap Set to 'on' to set the REMOTE_USER environment variable to be the full DN of the remote user. By default, this is set to off, meaning that the REMOTE_USER variable will contain whatever value the remote user sent.
authldapsearchasuser mod_authnz_ldap Set to 'on' to perform authorization-based searches with the users credentials, when this module has also performed authentication.  Does not affect nested groups lookup.
authldapsubgroupattribute mod_authnz_ldap Attribute labels used to define sub-group (or nested group) membership in groups - defaults to member and uniqueMember
authldapsubgroupclass mod_authnz_ldap LDAP objectClass values used to identify sub-group instances - defaults to groupOfNames and groupOfUniqueNames
authldapurl mod_authnz_ldap URL to define LDAP connection. This should be an RFC 2255 compliant	URL of the form ldap://host[:port]/basedn[?attrib[?scope[?filter]]].	<ul>	<li>Host is the name of the LDAP server. Use a space separated list of hosts 	to specify redundant servers.	<li>Port is optional, and specifies the port to connect to.	<li>basedn specifies the base DN to start searches from	<li>Attrib specifies what attribute to search for in the directory. If not provided, it defaults to <b>uid</b>.	<li>Scope is the scope of the search, and can be either <b>sub</b> or <b>one</b>. If not provided, the default is <b>sub</b>.	<li>Filter is a filter to use in the search. If not provided, defaults to <b>(objectClass=*)</b>.	</ul>	Searches are performed using the attribute and the filter combined. For example, assume that the	LDAP URL is <b>ldap://ldap.airius.com/ou=People, o=Airius?uid?sub?(posixid=*)</b>. Searches will	be done using the filter <b>(&((posixid=*))(uid=<i>username</i>))</b>, where <i>username</i>	is the user name passed by the HTTP client. The search will be a subtree search on the branch <b>ou=People, o=Airius</b>.
authmerging mod_authz_core controls how a <Directory>, <Location>, or similar directive's authorization directives are combined with those of its predecessor
authname mod_authn_core the authentication realm (e.g. "Members Only")
authncachecontext mod_authn_socache Context for authn cache
authncacheenable mod_authn_socache enable socache configuration in htaccess even if not enabled anywhere else
authncacheprovidefor mod_authn_socache Determine what authn providers to cache for
authncachesocache mod_authn_socache socache provider for authn cache
authncachetimeout mod_authn_socache Timeout (secs) for cached credentials
authnzfcgicheckauthnprovider mod_authnz_fcgi Enable/disable a FastCGI authorizer to handle check_authn phase
authnzfcgidefineprovider mod_authnz_fcgi Define a FastCGI authn and/or authz provider
authtype mod_authn_core an HTTP authorization type (e.g., "Basic")
authuserfile mod_authn_file text file containing user IDs and passwords
authzdbdlogintoreferer mod_authz_dbd Whether to redirect to referer on successful login
authzdbdquery mod_authz_dbd SQL query for DBD Authz or login
authzdbdredirectquery mod_authz_dbd SQL query to get per-user redirect URL after login
authzdbmtype mod_authz_dbm what type of DBM file the group file is
authzsendforbiddenonfailure mod_authz_core Controls if an authorization failure should result in a '403 FORBIDDEN' response instead of the HTTP-conforming '401 UNAUTHORIZED'
balancergrowth mod_proxy Number of additional Balancers that can be added post-config
balancerinherit mod_proxy on if this server should inherit Balancers and Workers defined in the main server (Setting to off recommended if using the Balancer Manager)
balancermember mod_proxy A balancer name and scheme with list of params
balancerpersist mod_proxy on if the balancer should persist changes on reboot/restart made via the Balancer Manager
brotlialteretag mod_brotli Set how mod_brotli should modify ETag response headers: 'AddSuffix' (default), 'NoChange', 'Remove'
brotlicompressionmaxinputblock mod_brotli Maximum input block size between 16 and 24 (larger block sizes require more memory)
brotlicompressionquality mod_brotli Compression quality between 0 and 11 (higher quality means slower compression)
brotlicompressionwindow mod_brotli Sliding window size between 10 and 24 (larger windows can improve compression, but require more memory)
brotlifilternote mod_brotli Set a note to report on compression ratio
browsermatch mod_setenvif A browser regex and a list of variables.
browsermatchnocase mod_setenvif A browser regex and a list of variables.
bufferedlogs mod_log_config Enable Buffered Logging (experimental)
buffersize mod_buffer Maximum size of the buffer used by the buffer filter
cachedefaultexpire mod_cache The default time in seconds to cache a document
cachedetailheader mod_cache Add a X-Cache-Detail header to responses. Default is off.
cachedirlength mod_cache_disk The number of characters in subdirectory names
cachedirlevels mod_cache_disk The number of levels of subdirectories in the cache
cachedisable mod_cache A partial URL prefix below which caching is disabled
cacheenable mod_cache A cache type and partial URL prefix below which caching is enabled
cachefile mod_file_cache A space separated list of files to add to the file handle cache at config time
cacheheader mod_cache Add a X-Cache header to responses. Default is off.
cacheignorecachecontrol mod_cache Ignore requests from the client for uncached content
cacheignoreheaders mod_cache A space separated list of headers that should not be stored by the cache
cacheignorenolastmod mod_cache Ignore Responses where there is no Last Modified Header
cacheignorequerystring mod_cache Ignore query-string when caching
cacheignoreurlsessionidentifiers mod_cache A space separated list of session identifiers that should be ignored for creating the key of the cached entity.
cachekeybaseurl mod_cache Override the base URL of reverse proxied cache keys.
cachelastmodifiedfactor mod_cache The factor used to estimate Expires date from LastModified date
cachelock mod_cache Enable or disable the thundering herd lock.
cachelockmaxage mod_cache Maximum age of any thundering herd lock.
cachelockpath mod_cache The thundering herd lock path. Defaults to the '/mod_cache-lock' directory in the system temp directory.
cachemaxexpire mod_cache The maximum time in seconds to cache a document
cachemaxfilesize mod_cache_disk The maximum file size to cache a document
cacheminexpire mod_cache The minimum time in seconds to cache a document
cacheminfilesize mod_cache_disk The minimum file size to cache a document
cachenegotiateddocs mod_negotiation Either 'on' or 'off' (default)
cachequickhandler mod_cache Run the cache in the quick handler, default on
cachereadsize mod_cache_disk The maximum quantity of data to attempt to read and cache in one go
cachereadtime mod_cache_disk The maximum time taken to attempt to read and cache in go
cacheroot mod_cache_disk The directory to store cache files
cachesocache mod_cache_socache The shared object cache to store cache files
cachesocachemaxsize mod_cache_socache The maximum cache entry size (headers and body) to cache a document
cachesocachemaxtime mod_cache_socache The maximum cache expiry age to cache a document in seconds
cachesocachemintime mod_cache_socache The minimum cache expiry age to cache a document in seconds
cachesocachereadsize mod_cache_socache The maximum quantity of data to attempt to read and cache in one go
cachesocachereadtime mod_cache_socache The maximum time taken to attempt to read and cache in go
cachestaleonerror mod_cache Serve stale content on 5xx errors if present. Defaults to on.
cachestoreexpired mod_cache Ignore expiration dates when populating cache, resulting in an If-Modified-Since request to the backend on retrieval
cachestorenostore mod_cache Ignore 'Cache-Control: no-store' and store sensitive content
cachestoreprivate mod_cache Ignore 'Cache-Control: private' and store private content
casefilter mod_case_filter Run a case filter on this host
casefilterin mod_case_filter_in Run an input case filter on this host
cgidscripttimeout mod_cgid The amount of time to wait between successful reads from the CGI script, in seconds.
cgipassauth core Controls whether HTTP authorization headers, normally hidden, will be passed to scripts
cgiscripttimeout mod_cgi The amount of time to wait between successful reads from the CGI script, in seconds.
cgivar core Controls how some CGI variables are set
charsetdefault mod_charset_lite name of default charset
charsetoptions mod_charset_lite valid options: ImplicitAdd, NoImplicitAdd, TranslateAllMimeTypes, NoTranslateAllMimeTypes
charsetsourceenc mod_charset_lite source (html,cgi,ssi) file charset
checkbasenamematch mod_speling whether or not to fix files with the same base name
checkcaseonly mod_speling whether or not to fix only miscapitalized requests
checkspelling mod_speling whether or not to fix miscapitalized/misspelled requests
chrootdir mod_unixd The directory to chroot(2) into
contentdigest core whether or not to send a Content-MD5 header with each request
cookiedomain mod_usertrack domain to which this cookie applies
cookieexpires mod_usertrack an expiry date code
cookiehttponly mod_usertrack is cookie http only
cookiename mod_usertrack name of the tracking cookie
cookiesamesite mod_usertrack SameSite setting
cookiesecure mod_usertrack is cookie secure
cookiestyle mod_usertrack 'Netscape', 'Cookie' (RFC2109), or 'Cookie2' (RFC2965)
cookietracking mod_usertrack whether or not to enable cookies
coredumpdirectory core The location of the directory Apache changes to before dumping core
customlog mod_log_config a file name, a custom log format string or format name, and an optional "env=" or "expr=" clause (see docs)
dav mod_dav specify the DAV provider for a directory or location
davbasepath mod_dav specify the DAV repository base URL
davdepthinfinity mod_dav allow Depth infinity PROPFIND requests
davgenericlockdb mod_dav_lock specify a lock database
davlockdb mod_dav_fs specify a lock database
davlockdiscovery mod_dav allow lock discovery by PROPFIND requests
davmintimeout mod_dav specify minimum allowed timeout
dbdexptime mod_dbd Keepalive time for idle connections
dbdinitsql mod_dbd SQL statement to be executed after connection is created
dbdkeep mod_dbd Maximum number of sustained connections
dbdmax mod_dbd Maximum number of connections
dbdmin mod_dbd Minimum number of connections
dbdparams mod_dbd SQL Driver Params
dbdpersist mod_dbd Use persistent connection/pool
dbdpreparesql mod_dbd SQL statement to prepare (or nothing, to override statement inherited from main server) and label
dbdriver mod_dbd SQL Driver
defaulticon mod_autoindex an icon URL
defaultlanguage mod_mime language to use for documents with no other language file extension
defaultruntimedir core Common directory for run-time files (shared memory, locks, etc.)
defaulttype core the default media type for otherwise untyped files (DEPRECATED)
define core Define a variable, optionally to a value.  Same as passing -D to the command line.
deflatealteretag mod_deflate Set how mod_deflate should modify ETAG response headers: 'AddSuffix' (default), 'NoChange' (2.2.x behavior), 'Remove'
deflatebuffersize mod_deflate Set the Deflate Buffer Size
deflatecompressionlevel mod_deflate Set the Deflate Compression Level (1-9)
deflatefilternote mod_deflate Set a note to report on compression ratio
deflateinflatelimitrequestbody mod_deflate Set a limit on size of inflated input
deflateinflateratioburst mod_deflate Set the maximum number of following inflate ratios above limit (default: 3)
deflateinflateratiolimit mod_deflate Set the inflate ratio limit above which inflation is aborted (default: 200)
deflatememlevel mod_deflate Set the Deflate Memory Level (1-9)
deflatewindowsize mod_deflate Set the Deflate window size (1-15)
deny mod_access_compat 'from' followed by hostnames or IP-address wildcards
directorycheckhandler mod_dir On or Off
directoryindex mod_dir a list of file names
directoryindexredirect mod_dir On, Off, or a 3xx status code.
directoryslash mod_dir On or Off
documentroot core Root directory of the document tree
dumpioinput mod_dumpio Enable I/O Dump on Input Data
dumpiooutput mod_dumpio Enable I/O Dump on Output Data
enablemmap core Controls whether memory-mapping may be used to read files
enablesendfile core Controls whether sendfile may be used to transmit files
error core Generate error message from within configuration
errordocument core Change responses for HTTP errors
errorlog core The filename of the error log
errorlogformat core Format string for the ErrorLog
expiresactive mod_expires Limited to 'on' or 'off'
expiresbytype mod_expires a MIME type followed by an expiry date code
expiresdefault mod_expires an expiry date code
extendedstatus core "On" to track extended status information, "Off" to disable
extfilterdefine mod_ext_filter Define an external filter
extfilteroptions mod_ext_filter valid options: LogStderr, NoLogStderr
fallbackresource mod_dir Set a default handler
fancyindexing mod_autoindex The FancyIndexing directive is no longer supported. Use IndexOptions FancyIndexing.
fileetag core Specify components used to construct a file's ETag
filterchain mod_filter list of filter names with optional [+-=!@]
filterdeclare mod_filter filter-name [filter-type]
filterprotocol mod_filter filter-name [provider-name] protocol-args
filterprovider mod_filter filter-name provider-name match-expression
filtertrace mod_filter filter-name debug-level
flushmaxpipelined core Maximum number of pipelined responses (pending) above which they are flushed to the network
flushmaxthreshold core Maximum threshold above which pending data are flushed to the network
forcelanguagepriority mod_negotiation Force LanguagePriority elections, either None, or Fallback and/or Prefer
forcetype core a mime type that overrides other configured type
forensiclog mod_log_forensic the filename of the forensic log
globallog mod_log_config Same as CustomLog, but forces virtualhosts to inherit the log
gracefulshutdowntimeout event Maximum time in seconds to wait for child processes to complete transactions during shutdown
gracefulshutdowntimeout prefork Maximum time in seconds to wait for child processes to complete transactions during shutdown
gracefulshutdowntimeout worker Maximum time in seconds to wait for child processes to complete transactions during shutdown
group mod_unixd Effective group id for this server
h2copyfiles mod_http2 on to perform copy of file data
h2direct mod_http2 on to enable direct HTTP/2 mode
h2earlyhint mod_http2 add a a 'Link:' header for a 103 Early Hints response.
h2earlyhints mod_http2 on to enable interim status 103 responses
h2maxdataframelen mod_http2 maximum number of bytes in a single HTTP/2 DATA frame
h2maxheaderblocklen mod_http2 maximum number of bytes in a response header block
h2maxsessionstreams mod_http2 maximum number of open streams per session
h2maxstreamerrors mod_http2 maximum number of flow control errors tolerated
h2maxworkeridleseconds mod_http2 maximum number of idle seconds before a worker shuts down
h2maxworkers mod_http2 maximum number of worker threads per child
h2minworkers mod_http2 minimum number of worker threads per child
h2moderntlsonly mod_http2 off to not impose RFC 7540 restrictions on TLS
h2outputbuffering mod_http2 set stream output buffer on/off
h2padding mod_http2 set payload padding
h2proxyrequests mod_http2 Enables forward proxy requests via HTTP/2
h2push mod_http2 off to disable HTTP/2 server push
h2pushdiarysize mod_http2 size of push diary
h2pushpriority mod_http2 define priority of PUSHed resources per content type
h2pushresource mod_http2 add a resource to be pushed in this location/on this server.
h2serializeheaders mod_http2 disabled, this directive has no longer an effect.
h2sessionextrafiles mod_http2 number of extra file a session might keep open (obsolete)
h2streammaxmemsize mod_http2 maximum number of bytes buffered in memory for a stream
h2streamtimeout mod_http2 set stream timeout
h2tlscooldownsecs mod_http2 seconds of idle time on TLS before shrinking writes
h2tlswarmupsize mod_http2 number of bytes on TLS connection before doing max writes
h2upgrade mod_http2 on to allow HTTP/1 Upgrades to h2/h2c
h2websockets mod_http2 off to disable WebSockets over HTTP/2
h2windowsize mod_http2 window size on client DATA
header mod_headers an optional condition, an action, header and value followed by optional env clause
headername mod_autoindex a filename
heartbeataddress mod_heartbeat Address to send heartbeat requests
heartbeatlisten mod_heartmonitor Address to listen for heartbeat requests
heartbeatmaxservers mod_heartmonitor Max number of servers when using slotmem (instead file) to store heartbeat data.
heartbeatstorage mod_heartmonitor Path to store heartbeat data.
heartbeatstorage mod_lbmethod_heartbeat Path to read heartbeat data.
hostnamelookups core "on" to enable, "off" to disable reverse DNS lookups, or "double" to enable double-reverse DNS lookups
httpprotocoloptions core 'Allow0.9' or 'Require1.0' (default); 'RegisteredMethods' or 'LenientMethods' (default); 'Unsafe' or 'Strict' (default). Sets HTTP acceptance rules
identitycheck mod_ident Enable identd (RFC 1413) user lookups - SLOW
identitychecktimeout mod_ident Identity check (RFC 1413) timeout duration (sec)
imapbase mod_imagemap the base for all URL's: map, referer, URL (or start of)
imapdefault mod_imagemap the action taken if no match: error, nocontent, referer, menu, URL
imapmenu mod_imagemap the type of menu generated: none, formatted, semiformatted, unformatted
include core Name(s) of the config file(s) to be included; fails if the wildcard does not match at least one file
includeoptional core Name or pattern of the config file(s) to be included; ignored if the file does not exist or the pattern does not match any files
indexheadinsert mod_autoindex String to insert in HTML HEAD section
indexignore mod_autoindex one or more file extensions
indexignorereset mod_autoindex Reset the inherited list of IndexIgnore filenames
indexoptions mod_autoindex one or more index options [+|-][]
indexorderdefault mod_autoindex {Ascending,Descending} {Name,Size,Description,Date}
indexstylesheet mod_autoindex URL to style sheet
inputsed mod_sed Sed regular expression for Request
keepalive http_core Whether persistent connections should be On or Off
keepalivetimeout http_core Keep-Alive timeout duration (sec)
keptbodysize mod_request Maximum size of request bodies kept aside for use by filters
languagepriority mod_negotiation space-delimited list of MIME language abbreviations
ldapcacheentries util_ldap Set the maximum number of entries that are possible in the LDAP search cache. Use 0 or -1 to disable the search cache (default: 1024)
ldapcachettl util_ldap Set the maximum time (in seconds) that an item can be cached in the LDAP search cache. Use 0 for no limit. (default 600)
ldapconnectionpoolttl util_ldap Specify the maximum amount of time a bound connection can sit idle and still be considered valid for reuse(0 = no pool, -1 = no limit, n = time in seconds). Default: -1
ldapconnectiontimeout util_ldap Specify the LDAP socket connection timeout in seconds (default: 10)
ldaplibrarydebug util_ldap Enable debugging in LDAP SDK (Default: off, values: SDK specific
ldapopcacheentries util_ldap Set the maximum number of entries that are possible in the LDAP compare cache. Use 0 or -1 to disable the compare cache (default: 1024)
ldapopcachettl util_ldap Set the maximum time (in seconds) that an item is cached in the LDAP operation cache. Use 0 for no limit. (default: 600)
ldapreferralhoplimit util_ldap Limit the number of referral hops that LDAP can follow. (Integer value, Consult LDAP SDK documentation for applicability and defaults
ldapreferrals util_ldap Choose whether referrals are chased ['ON'|'OFF'|'DEFAULT'].  Default 'ON'
ldapretries util_ldap Specify the number of times a failed LDAP operation should be retried (0 = no retries). Default: 3
ldapretrydelay util_ldap Specify the delay between retries of a failed LDAP operation (0 = no delay). Default: 0
ldapsharedcachefile util_ldap Set the file name for the shared memory cache.
ldapsharedcachesize util_ldap Set the size of the shared memory cache (in bytes). Use 0 to disable the shared memory cache. (default: 500000)
ldaptimeout util_ldap Specify the LDAP bind/search timeout in seconds (0 = no limit). Default: 60
ldaptrustedclientcert util_ldap Takes three arguments: the first argument is the certificate type of the second argument, one of CA_DER, CA_BASE64, CA_CERT7_DB, CA_SECMOD, CERT_DER, CERT_BASE64, CERT_KEY3_DB, CERT_NICKNAME, KEY_DER, or KEY_BASE64. The second argument specifies the file and/or directory containing the client certificate, or certificate ID used to validate this LDAP client.  The third argument is an optional passphrase if applicable.
ldaptrustedglobalcert util_ldap Takes three arguments; the first argument is the cert type of the second argument, one of CA_DER, CA_BASE64, CA_CERT7_DB, CA_SECMOD, CERT_DER, CERT_BASE64, CERT_KEY3_DB, CERT_NICKNAME, KEY_DER, or KEY_BASE64. The second argument specifes the file and/or directory containing the trusted CA certificates (and global client certs for Netware) used to validate the LDAP server. The third argument is an optional passphrase if applicable.
ldaptrustedmode util_ldap Specify the type of security that should be applied to an LDAP connection. One of; NONE, SSL or STARTTLS.
ldapverifyservercert util_ldap Set to 'ON' requires that the server certificate be verified before a secure LDAP connection can be establish.  Default 'ON'
limitinternalrecursion core maximum recursion depth of internal redirects and subrequests
limitrequestbody core Limit (in bytes) on maximum size of request message body
limitrequestfields core Limit (0 = unlimited) on max number of header fields in a request message
limitrequestfieldsize core Limit on maximum size of an HTTP request header field
limitrequestline core Limit on maximum size of an HTTP request line
limitxmlrequestbody core Limit (in bytes) on maximum size of an XML-based request body
listen event A port number or a numeric IP address and a port number, and an optional protocol
listen prefork A port number or a numeric IP address and a port number, and an optional protocol
listen worker A port number or a numeric IP address and a port number, and an optional protocol
listenbacklog event Maximum length of the queue of pending connections, as used by listen(2)
listenbacklog prefork Maximum length of the queue of pending connections, as used by listen(2)
listenbacklog worker Maximum length of the queue of pending connections, as used by listen(2)
listencoresbucketsratio event Ratio between the number of CPU cores (online) and the number of listeners buckets
listencoresbucketsratio prefork Ratio between the number of CPU cores (online) and the number of listeners buckets
listencoresbucketsratio worker Ratio between the number of CPU cores (online) and the number of listeners buckets
listentcpdeferaccept event Value set for the socket option TCP_DEFER_ACCEPT if it is set
listentcpdeferaccept prefork Value set for the socket option TCP_DEFER_ACCEPT if it is set
listentcpdeferaccept worker Value set for the socket option TCP_DEFER_ACCEPT if it is set
loadfile mod_so shared object file or library to load into the server at runtime
loadmodule mod_so a module name and the name of a shared object file to load it from
logformat mod_log_config a log format string (see docs) and an optional format name
logiotrackttfb mod_logio Set to 'ON' to enable tracking time to first byte
loglevel core Level of verbosity in error logging
logmessage mod_log_debug Log a debug message to the error log if this config block is used for  a request
lua_____bytecodehack mod_lua (internal) Byte code handler
luaauthzprovider mod_lua Provide an authorization provider
luacodecache mod_lua Controls the behavior of the in-memory code cache  context: stat|forever|never (default: stat) 
luahookaccesschecker mod_lua Provide a hook for the access_checker phase of request processing
luahookauthchecker mod_lua Provide a hook for the auth_checker phase of request processing
luahookcheckuserid mod_lua Provide a hook for the check_user_id phase of request processing
luahookfixups mod_lua Provide a hook for the fixups phase of request processing
luahookinsertfilter mod_lua Provide a hook for the insert_filter phase of request processing
luahooklog mod_lua Provide a hook for the logging phase of request processing
luahookmaptostorage mod_lua Provide a hook for the map_to_storage phase of request processing
luahookpretranslatename mod_lua Provide a hook for the pre_translate name phase of request processing
luahooktranslatename mod_lua Provide a hook for the translate name phase of request processing
luahooktypechecker mod_lua Provide a hook for the type_checker phase of request processing
luainherit mod_lua Controls how Lua scripts in parent contexts are merged with the current  context: none|parent-last|parent-first (default: parent-first) 
luainputfilter mod_lua Registers a Lua function as an input filter
luamaphandler mod_lua Maps a path to a lua handler
luaoutputfilter mod_lua Registers a Lua function as an output filter
luapackagecpath mod_lua Add a directory to lua's package.cpath
luapackagepath mod_lua Add a directory to lua's package.path
luaquickhandler mod_lua Provide a hook for the quick handler of request processing
luaroot mod_lua Specify the base path for resolving relative paths for mod_lua directives
luascope mod_lua One of once, request, conn, server -- default is once
macroignorebadnesting mod_macro Globally ignore warnings about bad nesting.
macroignoreemptyargs mod_macro Globally ignore warnings about empty arguments.
maxclients event Deprecated name of MaxRequestWorkers
maxclients prefork Deprecated name of MaxRequestWorkers
maxclients worker Deprecated name of MaxRequestWorkers
maxconnectionsperchild core Maximum number of connections a particular child serves before dying.
maxkeepaliverequests http_core Maximum number of Keep-Alive requests per connection, or 0 for infinite
maxmemfree core Maximum number of 1k blocks a particular child's allocator may hold.
maxrangeoverlaps core Maximum number of overlaps in Ranges in a request before returning the entire resource, or 0 for unlimited
maxrangereversals core Maximum number of reversals in Ranges in a request before returning the entire resource, or 0 for unlimited
maxranges core Maximum number of Ranges in a request before returning the entire resource, or 0 for unlimited
maxrequestsperchild core Maximum number of connections a particular child serves before dying. (DEPRECATED, use MaxConnectionsPerChild)
maxrequestworkers event Maximum number of threads alive at the same time
maxrequestworkers prefork Maximum number of children alive at the same time
maxrequestworkers worker Maximum number of threads alive at the same time
maxspareservers prefork Maximum number of idle children
maxsparethreads event Maximum number of idle threads
maxsparethreads worker Maximum number of idle threads
mdactivationdelay mod_md How long to delay activation of new certificates
mdbaseserver mod_md Allow managing of base server outside virtual hosts.
mdcacertificatefile mod_md Set the CA file to use for connections
mdcachallenges mod_md A list of challenge types to be used.
mdcertificateagreement mod_md either 'accepted' or the URL of CA Terms-of-Service agreement you accept
mdcertificateauthority mod_md URL(s) or known name(s) of CA issuing the certificates
mdcertificatecheck mod_md Set name and URL pattern for a certificate monitoring site.
mdcertificatefile mod_md set the static certificate (chain) file to use for this domain.
mdcertificatekeyfile mod_md set the static private key file to use for this domain.
mdcertificateprotocol mod_md Protocol used to obtain/renew certificates
mdcertificatestatus mod_md On to see Managed Domain expose /.httpd/certificate-status.
mdchallengedns01 mod_md Set the command for setup/teardown of dns-01 challenges
mdchallengedns01version mod_md Set the type of arguments to call \`MDChallengeDns01\` with
mdcheckinterval mod_md Time between certificate checks.
mdcontactemail mod_md Email address used for account registration
mddrivemode mod_md deprecated, older name for MDRenewMode
mdexternalaccountbinding mod_md Set the external account binding keyid and hmac values to use at CA
mdhttpproxy mod_md URL of a HTTP(S) proxy to use for outgoing connections
mdhttpproxycacertificatefile mod_md Set the CA file to use for connections to the HTTP(S) proxy
mdinitialdelay mod_md How long to delay the first certificate check.
mdmatchnames mod_md Determines how DNS names are matched to vhosts.
mdmember mod_md Define domain name(s) part of the Managed Domain. Use 'auto' or 'manual' to enable/disable auto adding names from virtual hosts.
mdmembers mod_md Define domain name(s) part of the Managed Domain. Use 'auto' or 'manual' to enable/disable auto adding names from virtual hosts.
mdmessagecmd mod_md Set the command run when a message about a domain is issued.
mdmuststaple mod_md Enable/Disable the Must-Staple flag for new certificates.
mdnotifycmd mod_md Set the command to run when signup/renew of domain is complete.
mdomain mod_md A group of server names with one certificate
mdportmap mod_md Declare the mapped ports 80 and 443 on the local server. E.g. 80:8000 to indicate that the server port 8000 is reachable as port 80 from the internet. Use 80:- to indicate that port 80 is not reachable from the outside.
mdprivatekeys mod_md set the type and parameters for private key generation
mdprofile mod_md The name of an CA profile to order certificates for.
mdprofilemandatory mod_md Determines if a configured CA profile is mandatory.
mdrenewmode mod_md Controls how renewal of Managed Domain certificates shall be handled.
mdrenewviaari mod_md Enable/Disable ACME ARI (RFC 9773) to trigger renewals.
mdrenewwindow mod_md Time length for renewal before certificate expires (defaults to days).
mdrequirehttps mod_md Redirect non-secure requests to the https: equivalent.
mdretrydelay mod_md Time length for first retry, doubled on every consecutive error.
mdretryfailover mod_md The number of errors before a failover to another CA is triggered.
mdserverstatus mod_md On to see Managed Domains in server-status.
mdstapleothers mod_md Enable/Disable OCSP Stapling for certificates not in Managed Domains.
mdstapling mod_md Enable/Disable OCSP Stapling for this/all Managed Domain(s).
mdstaplingkeepresponse mod_md The amount of time to keep an OCSP response in the store.
mdstaplingrenewwindow mod_md Time length for renewal before OCSP responses expire (defaults to days).
mdstoredir mod_md the directory for file system storage of managed domain data.
mdstorelocks mod_md Configure locking of store for updates.
mdwarnwindow mod_md When less time remains for a certificate, send our/log a warning (defaults to days)
memcacheconnttl mod_socache_memcache TTL used for the connection with the memcache server(s)
mergeslashes core Controls whether consecutive slashes in the URI path are merged
mergetrailers core merge request trailers into request headers or not
metadir mod_cern_meta the name of the directory containing meta files
metafiles mod_cern_meta Limited to 'on' or 'off'
metasuffix mod_cern_meta the filename suffix for meta files
mimemagicfile mod_mime_magic Path to MIME Magic file (in file(1) format)
minspareservers prefork Minimum number of idle children, to handle request spikes
minsparethreads event Minimum number of idle threads, to handle request spikes
minsparethreads worker Minimum number of idle threads, to handle request spikes
mmapfile mod_file_cache A space separated list of files to mmap at config time
modemstandard mod_dialup Modem Standard to.. simulate. Must be one of: 'V.21', 'V.26bis', 'V.32', 'V.34', or 'V.92'
modmimeusepathinfo mod_mime Set to 'yes' to allow mod_mime to use path info for type checking
multiviewsmatch mod_mime NegotiatedOnly (default), Handlers and/or Filters, or Any
mutex core mutex (or "default") and mechanism
namevirtualhost core A numeric IP address:port, or the name of a host
noproxy mod_proxy A list of domains, hosts, or subnets to which the proxy will connect directly
options core Set a number of attributes for a given directory
order mod_access_compat 'allow,deny', 'deny,allow', or 'mutual-failure'
outputsed mod_sed Sed regular expression for Response
passenv mod_env a list of environment variables to pass to CGI.
pidfile core A file for logging the server process ID
port core Port was replaced with Listen in Apache 2.0
protocol core Set the Protocol for httpd to use.
protocolecho mod_echo Run an echo server on this host
protocols core Controls which protocols are allowed
protocolshonororder core 'off' (default) or 'on' to respect given order of protocols, by default the client specified order determines selection
proxy100continue mod_proxy on if 100-Continue should be forwarded to the origin server, off if the proxy should handle it by itself
proxyaddheaders mod_proxy on if X-Forwarded-* headers should be added or completed
proxybadheader mod_proxy How to handle bad header line in response: IsError | Ignore | StartBody
proxyblock mod_proxy A list of names, hosts or domains to which the proxy will not connect
proxydomain mod_proxy The default intranet domain name (in absence of a domain in the URL)
proxyerroroverride mod_proxy use our error handling pages instead of the servers' we are proxying
proxyexpressdbmfile mod_proxy_express Location of ProxyExpressDBMFile file
proxyexpressdbmtype mod_proxy_express Type of ProxyExpressDBMFile file
proxyexpressenable mod_proxy_express Enable the ProxyExpress functionality
proxyfcgibackendtype mod_proxy_fcgi Specify the type of FastCGI server: 'Generic', 'FPM'
proxyfcgisetenvif mod_proxy_fcgi expr-condition env-name expr-value
proxyftpdircharset mod_proxy_ftp Define the character set for proxied FTP listings
proxyftpescapewildcards mod_proxy_ftp Whether the proxy should escape wildcards in paths before sending them to the FTP server.  Defaults to on, but most FTP servers will need it turned off if you need to manage paths that contain wildcard characters.
proxyftplistonwildcard mod_proxy_ftp Whether wildcard characters in a path cause mod_proxy_ftp to list the files instead of trying to get them. Defaults to on.
proxyhcexpr mod_proxy_hcheck Define a health check condition ruleset expression
proxyhctemplate mod_proxy_hcheck Health check template
proxyhctpsize mod_proxy_hcheck Set size of health check thread pool
proxyhtmlbufsize mod_proxy_html Buffer size
proxyhtmlcharsetout mod_proxy_html Usage: ProxyHTMLCharsetOut charset
proxyhtmldoctype mod_proxy_html (HTML|XHTML) [Legacy]
proxyhtmlenable mod_proxy_html Enable proxy-html and xml2enc filters
proxyhtmlevents mod_proxy_html Strings to be treated as scripting events
proxyhtmlextended mod_proxy_html Map URLs in Javascript and CSS
proxyhtmlfixups mod_proxy_html Options are lowercase, dospath
proxyhtmlinterp mod_proxy_html Support interpolation and conditions in URLMaps
proxyhtmllinks mod_proxy_html Declare HTML Attributes
proxyhtmlmeta mod_proxy_html Fix META http-equiv elements
proxyhtmlstripcomments mod_proxy_html Strip out comments
proxyhtmlurlmap mod_proxy_html Map URL From To
proxyiobuffersize mod_proxy IO buffer size for outgoing HTTP and FTP connections in bytes
proxymaxforwards mod_proxy The maximum number of proxies a request may be forwarded through.
proxypass mod_proxy a virtual path and a URL
proxypassinherit mod_proxy on if this server should inherit all ProxyPass directives defined in the main server (Setting to off recommended if using the Balancer Manager)
proxypassinterpolateenv mod_proxy Interpolate Env Vars in reverse Proxy
proxypassmatch mod_proxy a virtual path and a URL
proxypassreverse mod_proxy a virtual path and a URL for reverse proxy behaviour
proxypassreversecookiedomain mod_proxy Domain rewrite rule for proxying cookies
proxypassreversecookiepath mod_proxy Path rewrite rule for proxying cookies
proxypreservehost mod_proxy on if we should preserve host header while proxying
proxyreceivebuffersize mod_proxy Receive buffer size for outgoing HTTP and FTP connections in bytes
proxyremote mod_proxy a scheme, partial URL or '*' and a proxy server
proxyremotematch mod_proxy a regex pattern and a proxy server
proxyrequests mod_proxy on if the true proxy requests should be accepted
proxyscgiinternalredirect mod_proxy_scgi The name of the pseudo response header or On or Off
proxyscgisendfile mod_proxy_scgi The name of the X-Sendfile pseudo response header or On or Off
proxyset mod_proxy A balancer or worker name with list of params
proxysourceaddress mod_proxy Configure local source IP used for request forward
proxystatus mod_proxy Configure Status: proxy status to one of: on | off | full
proxytimeout mod_proxy Set the timeout (in seconds) for a proxied connection. This overrides the server timeout
proxyvia mod_proxy Configure Via: proxy header header to one of: on | off | block | full
proxywebsocketfallbacktoproxyhttp mod_proxy_wstunnel whether to let mod_proxy_http handle the upgrade and tunneling, On by default
qualifyredirecturl core Controls whether the REDIRECT_URL environment variable is fully qualified
readbuffersize core Size (in bytes) of the memory buffers used to read data
readmename mod_autoindex a filename
receivebuffersize event Receive buffer size in bytes
receivebuffersize prefork Receive buffer size in bytes
receivebuffersize worker Receive buffer size in bytes
redirect mod_alias an optional status, then document to be redirected and destination URL
redirectmatch mod_alias an optional status, then a regular expression and destination URL
redirectpermanent mod_alias a document to be redirected, then the destination URL
redirectrelative mod_alias Set to ON to allow relative redirect targets to be issued as-is
redirecttemp mod_alias a document to be redirected, then the destination URL
redisconnpoolttl mod_socache_redis TTL used for the connection pool with the Redis server(s)
redistimeout mod_socache_redis R/W timeout used for the connection with the Redis server(s)
reflectorheader mod_reflector Header to reflect back in the response, with an optional new name.
regexdefaultoptions core default options for regexes (prefixed by '+' to add, '-' to del)
registerhttpmethod core Registers non-standard HTTP methods
remoteipheader mod_remoteip Specifies a request header to trust as the client IP, e.g. X-Forwarded-For
remoteipinternalproxy mod_remoteip Specifies one or more internal (transparent) proxies which are trusted to present IP headers
remoteipinternalproxylist mod_remoteip The filename to read the list of internal proxies, see the RemoteIPInternalProxy directive
remoteipproxiesheader mod_remoteip Specifies a request header to record proxy IP's, e.g. X-Forwarded-By; if not given then do not record
remoteipproxyprotocol mod_remoteip Enable PROXY protocol handling ('on', 'off')
remoteipproxyprotocolexceptions mod_remoteip Disable PROXY protocol handling for this list of networks in CIDR format
remoteiptrustedproxy mod_remoteip Specifies one or more proxies which are trusted to present IP headers
remoteiptrustedproxylist mod_remoteip The filename to read the list of trusted proxies, see the RemoteIPTrustedProxy directive
removecharset mod_mime one or more file extensions
removeencoding mod_mime one or more file extensions
removehandler mod_mime one or more file extensions
removeinputfilter mod_mime one or more file extensions
removelanguage mod_mime one or more file extensions
removeoutputfilter mod_mime one or more file extensions
removetype mod_mime one or more file extensions
requestheader mod_headers an action, header and value followed by optional env clause
requestreadtimeout mod_reqtimeout Set various timeout parameters for TLS handshake and/or reading request headers and body
require mod_authz_core specifies authorization directives which one must pass (or not) for a request to suceeed
rewritebase mod_rewrite the base URL of the per-directory context
rewritecond mod_rewrite an input string and a to be applied regexp-pattern
rewriteengine mod_rewrite On or Off to enable or disable (default) the whole rewriting engine
rewritemap mod_rewrite a mapname and a filename and options
rewriteoptions mod_rewrite List of option strings to set
rewriterule mod_rewrite an URL-applied regexp-pattern and a substitution URL
rlimitcpu core Soft/hard limits for max CPU usage in seconds
rlimitmem core Soft/hard limits for max memory usage per process
rlimitnproc core soft/hard limits for max number of processes per uid
satisfy mod_access_compat access policy if both allow and require used ('all' or 'any')
scoreboardfile core A file for Apache to maintain runtime process management information
script mod_actions a method followed by a script name
scriptalias mod_alias a fakename and a realname, or a realname in a Location
scriptaliasmatch mod_alias a regular expression and a filename
scriptlog mod_cgi the name of a log for script debugging info
scriptlog mod_cgid the name of a log for script debugging info
scriptlogbuffer mod_cgi the maximum size (in bytes) to record of a POST request
scriptlogbuffer mod_cgid the maximum size (in bytes) to record of a POST request
scriptloglength mod_cgi the maximum length (in bytes) of the script debug log
scriptloglength mod_cgid the maximum length (in bytes) of the script debug log
scriptsock mod_cgid the name of the socket to use for communication with the cgi daemon.
seerequesttail core For extended status, "On" to see the last 63 chars of the request line, "Off" (default) to see the first 63
sendbuffersize event Send buffer size in bytes
sendbuffersize prefork Send buffer size in bytes
sendbuffersize worker Send buffer size in bytes
serveradmin core The email address of the server administrator
serveralias core A name or names alternately used to access the server
serverlimit event Maximum number of child processes for this run of Apache
serverlimit prefork Maximum value of MaxRequestWorkers for this run of Apache
serverlimit worker Maximum number of child processes for this run of Apache
servername core The hostname and port of the server
serverpath core The pathname the server can be reached at
serverroot core Common directory of server-related files (logs, confs, etc.)
serversignature core En-/disable server signature (on|off|email)
servertokens core Determine tokens displayed in the Server: header - Min(imal), Major, Minor, Prod(uctOnly), OS, or Full
session mod_session on if a session should be maintained for these URLs
sessioncookiename mod_session_cookie The name of the RFC2109 cookie carrying the session
sessioncookiename2 mod_session_cookie The name of the RFC2965 cookie carrying the session
sessioncookieremove mod_session_cookie Set to 'On' to remove the session cookie from the headers and hide the cookie from a backend server or process
sessioncryptocipher mod_session_crypto The underlying crypto cipher to use
sessioncryptodriver mod_session_crypto The underlying crypto library driver to use
sessioncryptopassphrase mod_session_crypto The passphrase(s) used to encrypt the session. First will be used for encryption, all phrases will be accepted for decryption
sessioncryptopassphrasefile mod_session_crypto File containing passphrase(s) used to encrypt the session, one per line. First will be used for encryption, all phrases will be accepted for decryption
sessiondbdcookiename mod_session_dbd The name of the RFC2109 cookie carrying the session key
sessiondbdcookiename2 mod_session_dbd The name of the RFC2965 cookie carrying the session key
sessiondbdcookieremove mod_session_dbd Remove the session cookie after session load. On by default.
sessiondbddeletelabel mod_session_dbd Query label used to delete an existing session
sessiondbdinsertlabel mod_session_dbd Query label used to insert a new session
sessiondbdperuser mod_session_dbd Save the session per user
sessiondbdselectlabel mod_session_dbd Query label used to select a new session
sessiondbdupdatelabel mod_session_dbd Query label used to update an existing session
sessionenv mod_session on if a session should be written to the CGI environment. Defaults to off
sessionexclude mod_session URL prefixes to exclude from the session. Defaults to no URLs
sessionexpiryupdateinterval mod_session time interval for which a session's expiry time may change without having to be rewritten. Zero to disable
sessionheader mod_session output header, if present, whose contents will be injected into the session.
sessioninclude mod_session URL prefixes to include in the session. Defaults to all URLs
sessionmaxage mod_session length of time for which a session should be valid. Zero to disable
setenv mod_env an environment variable name and optional value to pass to CGI.
setenvif mod_setenvif A header-name, regex and a list of variables.
setenvifexpr mod_setenvif an expression and a list of variables.
setenvifnocase mod_setenvif a header-name, regex and a list of variables.
sethandler core a handler name that overrides any other configured handler
setinputfilter core filter (or ; delimited list of filters) to be run on the request body
setoutputfilter core filter (or ; delimited list of filters) to be run on the request content
ssiendtag mod_include SSI End String Tag
ssierrormsg mod_include a string
ssietag mod_include Whether to allow the generation of ETags within the server. Existing ETags will be preserved. Limited to 'on' or 'off'
ssilastmodified mod_include Whether to set the last modified header or respect an existing header. Limited to 'on' or 'off'
ssilegacyexprparser mod_include Whether to use the legacy expression parser compatible with <= 2.2.x. Limited to 'on' or 'off'
ssistarttag mod_include SSI Start String Tag
ssitimeformat mod_include a strftime(3) formatted string
ssiundefinedecho mod_include String to be displayed if an echoed variable is undefined
sslcacertificatefile mod_ssl SSL CA Certificate file ('/path/to/file' - PEM encoded)
sslcacertificatepath mod_ssl SSL CA Certificate path ('/path/to/dir' - contains PEM encoded files)
sslcadnrequestfile mod_ssl SSL CA Distinguished Name file ('/path/to/file' - PEM encoded to derive acceptable CA names to request)
sslcadnrequestpath mod_ssl SSL CA Distinguished Name path ('/path/to/dir' - symlink hashes to PEM of acceptable CA names to request)
sslcarevocationcheck mod_ssl SSL CA Certificate Revocation List (CRL) checking mode
sslcarevocationfile mod_ssl SSL CA Certificate Revocation List (CRL) file ('/path/to/file' - PEM encoded)
sslcarevocationpath mod_ssl SSL CA Certificate Revocation List (CRL) path ('/path/to/dir' - contains PEM encoded files)
sslcertificatechainfile mod_ssl SSL Server CA Certificate Chain file ('/path/to/file' - PEM encoded)
sslcertificatefile mod_ssl SSL Server Certificate file ('/path/to/file' - PEM or DER encoded)
sslcertificatekeyfile mod_ssl SSL Server Private Key file ('/path/to/file' - PEM or DER encoded)
sslciphersuite mod_ssl Colon-delimited list of permitted SSL Ciphers, optional preceded by protocol identifier ('XXX:...:XXX' - see manual)
sslcompression mod_ssl Enable SSL level compression (\`on', \`off')
sslcryptodevice mod_ssl SSL external Crypto Device usage ('builtin', '...')
sslengine mod_ssl SSL switch for the protocol engine ('on', 'off')
sslfips mod_ssl Enable FIPS-140 mode (\`on', \`off')
sslhonorcipherorder mod_ssl Use the server's cipher ordering preference
sslinsecurerenegotiation mod_ssl Enable support for insecure renegotiation
ssllog mod_ssl SSLLog directive is no longer supported - use ErrorLog.
sslloglevel mod_ssl SSLLogLevel directive is no longer supported - use LogLevel.
sslocspdefaultresponder mod_ssl URL of the default OCSP Responder
sslocspenable mod_ssl Enable use of OCSP to verify certificate revocation mode ('on', 'leaf', 'off')
sslocspnoverify mod_ssl Do not verify OCSP Responder certificate ('on', 'off')
sslocspoverrideresponder mod_ssl Force use of the default responder URL ('on', 'off')
sslocspproxyurl mod_ssl Proxy URL to use for OCSP requests
sslocsprespondercertificatefile mod_ssl Trusted OCSP responder certificates(\`/path/to/file' - PEM encoded certificates)
sslocsprespondertimeout mod_ssl OCSP responder query timeout
sslocspresponsemaxage mod_ssl Maximum age of OCSP responses
sslocspresponsetimeskew mod_ssl Maximum time difference in OCSP responses
sslocspuserequestnonce mod_ssl Whether OCSP queries use a nonce or not ('on', 'off')
sslopensslconfcmd mod_ssl OpenSSL configuration command
ssloptions mod_ssl Set one or more options to configure the SSL engine('[+-]option[=value] ...' - see manual)
sslpassphrasedialog mod_ssl SSL dialog mechanism for the pass phrase query ('builtin', '|/path/to/pipe_program', or 'exec:/path/to/cgi_program')
sslprotocol mod_ssl Enable or disable various SSL protocols ('[+-][TLSv1|TLSv1.1|TLSv1.2] ...' - see manual)
sslproxycacertificatefile mod_ssl SSL Proxy: file containing server certificates ('/path/to/file' - PEM encoded certificates)
sslproxycacertificatepath mod_ssl SSL Proxy: directory containing server certificates ('/path/to/dir' - contains PEM encoded certificates)
sslproxycarevocationcheck mod_ssl SSL Proxy: CA Certificate Revocation List (CRL) checking mode
sslproxycarevocationfile mod_ssl SSL Proxy: CA Certificate Revocation List (CRL) file ('/path/to/file' - PEM encoded)
sslproxycarevocationpath mod_ssl SSL Proxy: CA Certificate Revocation List (CRL) path ('/path/to/dir' - contains PEM encoded files)
sslproxycheckpeercn mod_ssl SSL Proxy: check the peer certificate's CN
sslproxycheckpeerexpire mod_ssl SSL Proxy: check the peer certificate's expiration date
sslproxycheckpeername mod_ssl SSL Proxy: check the peer certificate's name (must be present in subjectAltName extension or CN
sslproxyciphersuite mod_ssl SSL Proxy: colon-delimited list of permitted SSL ciphers , optionally preceded by protocol specifier ('XXX:...:XXX' - see manual)
sslproxyengine mod_ssl SSL switch for the proxy protocol engine ('on', 'off')
sslproxymachinecertificatechainfile mod_ssl SSL Proxy: file containing issuing certificates of the client certificate (\`/path/to/file' - PEM encoded certificates)
sslproxymachinecertificatefile mod_ssl SSL Proxy: file containing client certificates ('/path/to/file' - PEM encoded certificates)
sslproxymachinecertificatepath mod_ssl SSL Proxy: directory containing client certificates ('/path/to/dir' - contains PEM encoded certificates)
sslproxyprotocol mod_ssl SSL Proxy: enable or disable SSL protocol flavors ('[+-][TLSv1|TLSv1.1|TLSv1.2] ...' - see manual)
sslproxyverify mod_ssl SSL Proxy: whether to verify the remote certificate ('on' or 'off')
sslproxyverifydepth mod_ssl SSL Proxy: maximum certificate verification depth ('N' - number of intermediate certificates)
sslrandomseed mod_ssl SSL Pseudo Random Number Generator (PRNG) seeding source ('startup|connect builtin|file:/path|exec:/path [bytes]')
sslrenegbuffersize mod_ssl Configure the amount of memory that will be used for buffering the request body if a per-location SSL renegotiation is required due to changed access control requirements
sslrequire mod_ssl Require a boolean expression to evaluate to true for granting access(arbitrary complex boolean expression - see manual)
sslrequiressl mod_ssl Require the SSL protocol for the per-directory context (no arguments)
sslsessioncache mod_ssl SSL Session Cache storage ('none', 'nonenotnull', 'dbm:/path/to/file')
sslsessioncachetimeout mod_ssl SSL Session Cache object lifetime ('N' - number of seconds)
sslsessionticketkeyfile mod_ssl TLS session ticket encryption/decryption key file (RFC 5077) ('/path/to/file' - file with 48 bytes of random data)
sslsessiontickets mod_ssl Enable or disable TLS session tickets(\`on', \`off')
sslsrpunknownuserseed mod_ssl SRP seed for unknown users (to avoid leaking a user's existence) ('some secret text')
sslsrpverifierfile mod_ssl SRP verifier file ('/path/to/file' - created by srptool)
sslstaplingcache mod_ssl SSL Stapling Response Cache storage (\`dbm:/path/to/file')
sslstaplingerrorcachetimeout mod_ssl SSL stapling option for OCSP Response Error Cache Lifetime
sslstaplingfaketrylater mod_ssl SSL stapling switch to send tryLater response to client on error (\`on', \`off')
sslstaplingforceurl mod_ssl SSL stapling option to Force the OCSP Stapling URL
sslstaplingrespondertimeout mod_ssl SSL stapling option for OCSP responder timeout
sslstaplingresponsemaxage mod_ssl SSL stapling option for maximum age of OCSP responses
sslstaplingresponsetimeskew mod_ssl SSL stapling option for maximum time difference in OCSP responses
sslstaplingreturnrespondererrors mod_ssl SSL stapling switch to return Status Errors Back to Client(\`on', \`off')
sslstaplingstandardcachetimeout mod_ssl SSL stapling option for normal OCSP Response Cache Lifetime
sslstrictsnivhostcheck mod_ssl Strict SNI virtual host checking
sslusername mod_ssl Set user name to SSL variable value
sslusestapling mod_ssl SSL switch for the OCSP Stapling protocol (\`on', \`off')
sslverifyclient mod_ssl SSL Client verify type ('none', 'optional', 'require', 'optional_no_ca')
sslverifydepth mod_ssl SSL Client verify depth ('N' - number of intermediate certificates)
sslvhostsnipolicy mod_ssl SSL VirtualHost SNI compatibility policy setting
startservers event Number of child processes launched at server startup
startservers prefork Number of child processes launched at server startup
startservers worker Number of child processes launched at server startup
stricthostcheck core Controls whether a hostname match is required
substitute mod_substitute Pattern to filter the response content (s/foo/bar/[inf])
substituteinheritbefore mod_substitute Apply inherited patterns before those of the current context
substitutemaxlinelength mod_substitute Maximum line length
suexec mod_unixd Enable or disable suEXEC support
suexecusergroup mod_suexec User and group for spawned processes
threadlimit event Maximum number of worker threads per child process for this run of Apache - Upper limit for ThreadsPerChild
threadlimit worker Maximum number of worker threads per child process for this run of Apache - Upper limit for ThreadsPerChild
threadsperchild event Number of threads each child creates
threadsperchild worker Number of threads each child creates
threadstacksize core Size in bytes of stack used by threads handling client connections
timeout core Timeout duration (sec)
traceenable core 'on' (default), 'off' or 'extended' to trace request body content
transferlog mod_log_config the filename of the access log
typesconfig mod_mime the MIME types config file
undefine core Undefine the existence of a variable. Undo a Define.
undefmacro mod_macro Remove a macro definition.
unsetenv mod_env a list of variables to remove from the CGI environment.
use mod_macro Use of a macro.
usecanonicalname core How to work out the ServerName : Port when constructing URLs
usecanonicalphysicalport core Whether to use the physical Port when constructing URLs
user mod_unixd Effective user id for this server
userdir mod_userdir the public subdirectory in users' home directories, or 'disabled', or 'disabled username username...', or 'enabled username username...'
virtualdocumentroot mod_vhost_alias how to create the DocumentRoot based on the host
virtualdocumentrootip mod_vhost_alias how to create the DocumentRoot based on the host
virtualscriptalias mod_vhost_alias how to create a ScriptAlias based on the host
virtualscriptaliasip mod_vhost_alias how to create a ScriptAlias based on the host
watchdoginterval mod_watchdog Watchdog interval in seconds
xbithack mod_include Off, On, or Full
xml2encalias mod_xml2enc EncodingAlias charset alias [more aliases]
xml2encdefault mod_xml2enc Usage: xml2EncDefault charset
xml2startparse mod_xml2enc Ignore anything in front of the first of these elements
`;
