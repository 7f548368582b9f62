// Command tables of Apache httpd 2.4.71 (Debian build), with those of modules for other platforms from the 2.4.62 sources.
/** A line for each module: its C name, its symbol and its file, which those that are compiled in have not. */
export const modules = `mod_access_compat access_compat_module mod_access_compat
mod_actions actions_module mod_actions
mod_alias alias_module mod_alias
mod_allowmethods allowmethods_module mod_allowmethods
mod_asis asis_module mod_asis
mod_auth_basic auth_basic_module mod_auth_basic
mod_auth_digest auth_digest_module mod_auth_digest
mod_auth_form auth_form_module mod_auth_form
mod_authn_anon authn_anon_module mod_authn_anon
mod_authn_core authn_core_module mod_authn_core
mod_authn_dbd authn_dbd_module mod_authn_dbd
mod_authn_dbm authn_dbm_module mod_authn_dbm
mod_authn_file authn_file_module mod_authn_file
mod_authn_socache authn_socache_module mod_authn_socache
mod_authnz_fcgi authnz_fcgi_module mod_authnz_fcgi
mod_authnz_ldap authnz_ldap_module mod_authnz_ldap
mod_authz_core authz_core_module mod_authz_core
mod_authz_dbd authz_dbd_module mod_authz_dbd
mod_authz_dbm authz_dbm_module mod_authz_dbm
mod_authz_groupfile authz_groupfile_module mod_authz_groupfile
mod_authz_host authz_host_module mod_authz_host
mod_authz_owner authz_owner_module mod_authz_owner
mod_authz_user authz_user_module mod_authz_user
mod_autoindex autoindex_module mod_autoindex
mod_brotli brotli_module mod_brotli
mod_bucketeer bucketeer_module mod_bucketeer
mod_buffer buffer_module mod_buffer
mod_cache_disk cache_disk_module mod_cache_disk
mod_cache cache_module mod_cache
mod_cache_socache cache_socache_module mod_cache_socache
mod_case_filter_in case_filter_in_module mod_case_filter_in
mod_case_filter case_filter_module mod_case_filter
mod_cern_meta cern_meta_module mod_cern_meta
mod_cgi cgi_module mod_cgi
mod_cgid cgid_module mod_cgid
mod_charset_lite charset_lite_module mod_charset_lite
core core_module
mod_data data_module mod_data
mod_dav_fs dav_fs_module mod_dav_fs
mod_dav_lock dav_lock_module mod_dav_lock
mod_dav dav_module mod_dav
mod_dbd dbd_module mod_dbd
mod_deflate deflate_module mod_deflate
mod_dialup dialup_module mod_dialup
mod_dir dir_module mod_dir
mod_dumpio dumpio_module mod_dumpio
mod_echo echo_module mod_echo
mod_env env_module mod_env
mod_expires expires_module mod_expires
mod_ext_filter ext_filter_module mod_ext_filter
mod_file_cache file_cache_module mod_file_cache
mod_filter filter_module mod_filter
mod_headers headers_module mod_headers
mod_heartbeat heartbeat_module mod_heartbeat
mod_heartmonitor heartmonitor_module mod_heartmonitor
mod_http2 http2_module mod_http2
http_core http_module
mod_ident ident_module mod_ident
mod_imagemap imagemap_module mod_imagemap
mod_include include_module mod_include
mod_info info_module mod_info
mod_lbmethod_bybusyness lbmethod_bybusyness_module mod_lbmethod_bybusyness
mod_lbmethod_byrequests lbmethod_byrequests_module mod_lbmethod_byrequests
mod_lbmethod_bytraffic lbmethod_bytraffic_module mod_lbmethod_bytraffic
mod_lbmethod_heartbeat lbmethod_heartbeat_module mod_lbmethod_heartbeat
util_ldap ldap_module mod_ldap
mod_log_config log_config_module
mod_log_debug log_debug_module mod_log_debug
mod_log_forensic log_forensic_module mod_log_forensic
mod_logio logio_module
mod_lua lua_module mod_lua
mod_macro macro_module mod_macro
mod_md md_module mod_md
mod_mime_magic mime_magic_module mod_mime_magic
mod_mime mime_module mod_mime
event mpm_event_module mod_mpm_event
prefork mpm_prefork_module mod_mpm_prefork
worker mpm_worker_module mod_mpm_worker
mod_negotiation negotiation_module mod_negotiation
mod_proxy_ajp proxy_ajp_module mod_proxy_ajp
mod_proxy_balancer proxy_balancer_module mod_proxy_balancer
mod_proxy_connect proxy_connect_module mod_proxy_connect
mod_proxy_express proxy_express_module mod_proxy_express
mod_proxy_fcgi proxy_fcgi_module mod_proxy_fcgi
mod_proxy_fdpass proxy_fdpass_module mod_proxy_fdpass
mod_proxy_ftp proxy_ftp_module mod_proxy_ftp
mod_proxy_hcheck proxy_hcheck_module mod_proxy_hcheck
mod_proxy_html proxy_html_module mod_proxy_html
mod_proxy_http2 proxy_http2_module mod_proxy_http2
mod_proxy_http proxy_http_module mod_proxy_http
mod_proxy proxy_module mod_proxy
mod_proxy_scgi proxy_scgi_module mod_proxy_scgi
mod_proxy_uwsgi proxy_uwsgi_module mod_proxy_uwsgi
mod_proxy_wstunnel proxy_wstunnel_module mod_proxy_wstunnel
mod_ratelimit ratelimit_module mod_ratelimit
mod_reflector reflector_module mod_reflector
mod_remoteip remoteip_module mod_remoteip
mod_reqtimeout reqtimeout_module mod_reqtimeout
mod_request request_module mod_request
mod_rewrite rewrite_module mod_rewrite
mod_sed sed_module mod_sed
mod_session_cookie session_cookie_module mod_session_cookie
mod_session_crypto session_crypto_module mod_session_crypto
mod_session_dbd session_dbd_module mod_session_dbd
mod_session session_module mod_session
mod_setenvif setenvif_module mod_setenvif
mod_slotmem_plain slotmem_plain_module mod_slotmem_plain
mod_slotmem_shm slotmem_shm_module mod_slotmem_shm
mod_so so_module
mod_socache_dbm socache_dbm_module mod_socache_dbm
mod_socache_memcache socache_memcache_module mod_socache_memcache
mod_socache_redis socache_redis_module mod_socache_redis
mod_socache_shmcb socache_shmcb_module mod_socache_shmcb
mod_speling speling_module mod_speling
mod_ssl ssl_module mod_ssl
mod_status status_module mod_status
mod_substitute substitute_module mod_substitute
mod_suexec suexec_module mod_suexec
mod_unique_id unique_id_module mod_unique_id
mod_unixd unixd_module
mod_userdir userdir_module mod_userdir
mod_usertrack usertrack_module mod_usertrack
mod_version version_module
mod_vhost_alias vhost_alias_module mod_vhost_alias
mod_watchdog watchdog_module
mod_xml2enc xml2enc_module mod_xml2enc
mod_isapi isapi_module mod_isapi
mod_netware netware_module mod_netware
mod_nw_ssl nw_ssl_module mod_nw_ssl
mod_privileges privileges_module mod_privileges
mod_win32 win32_module mod_win32
mod_tls tls_module mod_tls
`;

/**
 * A line for each directive of a module, sorted: name in lower case, name, module, argument form, bits of where it may
 * stand, and place of the name among those of all modules.
 */
export const lines = `<authnprovideralias <AuthnProviderAlias mod_authn_core 0 128 50
<authzprovideralias <AuthzProviderAlias mod_authz_core 0 128 82
<directory <Directory core 0 128 167
<directorymatch <DirectoryMatch core 0 128 178
<else <Else core 0 31 188
<elseif <ElseIf core 0 31 187
<files <Files core 0 31 170
<filesmatch <FilesMatch core 0 31 180
<if <If core 0 31 186
<ifdefine <IfDefine core 0 287 174
<ifdirective <IfDirective core 0 287 176
<iffile <IfFile core 0 287 175
<ifmodule <IfModule core 0 287 173
<ifsection <IfSection core 0 287 177
<ifversion <IfVersion mod_version 10 287 718
<limit <Limit core 0 9 171
<limitexcept <LimitExcept core 0 9 172
<location <Location core 0 128 168
<locationmatch <LocationMatch core 0 128 179
<luahookaccesschecker <LuaHookAccessChecker mod_lua 0 287 408
<luahookauthchecker <LuaHookAuthChecker mod_lua 0 287 410
<luahookcheckuserid <LuaHookCheckUserID mod_lua 0 287 404
<luahookfixups <LuaHookFixups mod_lua 0 287 400
<luahookmaptostorage <LuaHookMapToStorage mod_lua 0 287 402
<luahookpretranslatename <LuaHookPreTranslateName mod_lua 0 287 396
<luahooktranslatename <LuaHookTranslateName mod_lua 0 287 398
<luahooktypechecker <LuaHookTypeChecker mod_lua 0 287 406
<luaquickhandler <LuaQuickHandler mod_lua 0 287 417
<macro <Macro mod_macro 0 287 422
<mdomain <MDomain mod_md 0 128 436
<mdomainset <MDomainSet mod_md 0 128 435
<proxy <Proxy mod_proxy 0 128 538
<proxymatch <ProxyMatch mod_proxy 0 128 539
<requireall <RequireAll mod_authz_core 0 8 84
<requireany <RequireAny mod_authz_core 0 8 85
<requirenone <RequireNone mod_authz_core 0 8 86
<virtualhost <VirtualHost core 0 128 169
acceptfilter AcceptFilter core 2 128 203
acceptpathinfo AcceptPathInfo core 1 4 182
accessfilename AccessFileName core 0 128 189
action Action mod_actions 9 4 4
addalt AddAlt mod_autoindex 4 16 98
addaltbyencoding AddAltByEncoding mod_autoindex 4 16 100
addaltbytype AddAltByType mod_autoindex 4 16 99
addcharset AddCharset mod_mime 4 4 475
adddefaultcharset AddDefaultCharset core 1 4 181
adddescription AddDescription mod_autoindex 4 16 105
addencoding AddEncoding mod_mime 4 4 476
addhandler AddHandler mod_mime 4 4 477
addicon AddIcon mod_autoindex 4 16 95
addiconbyencoding AddIconByEncoding mod_autoindex 4 16 97
addiconbytype AddIconByType mod_autoindex 4 16 96
addinputfilter AddInputFilter mod_mime 4 4 478
addlanguage AddLanguage mod_mime 4 4 479
addmoduleinfo AddModuleInfo mod_info 2 128 364
addoutputfilter AddOutputFilter mod_mime 4 4 480
addoutputfilterbytype AddOutputFilterByType mod_filter 12 4 311
addtype AddType mod_mime 4 4 481
alias Alias mod_alias 7 192 6
aliasmatch AliasMatch mod_alias 2 128 9
aliaspreservepath AliasPreservePath mod_alias 5 4 15
allow allow mod_access_compat 4 1 1
allowconnect AllowCONNECT mod_proxy_connect 3 128 514
allowencodedslashes AllowEncodedSlashes core 1 128 246
allowmethods AllowMethods mod_allowmethods 12 64 16
allowoverride AllowOverride core 0 64 192
allowoverridelist AllowOverrideList core 12 64 193
anonymous Anonymous mod_authn_anon 3 8 43
anonymous_logemail Anonymous_LogEmail mod_authn_anon 5 8 47
anonymous_mustgiveemail Anonymous_MustGiveEmail mod_authn_anon 5 8 44
anonymous_nouserid Anonymous_NoUserId mod_authn_anon 5 8 45
anonymous_verifyemail Anonymous_VerifyEmail mod_authn_anon 5 8 46
asyncrequestworkerfactor AsyncRequestWorkerFactor event 1 128 507
authbasicauthoritative AuthBasicAuthoritative mod_auth_basic 5 8 18
authbasicfake AuthBasicFake mod_auth_basic 7 8 19
authbasicprovider AuthBasicProvider mod_auth_basic 3 8 17
authbasicusedigestalgorithm AuthBasicUseDigestAlgorithm mod_auth_basic 1 8 20
authdbduserpwquery AuthDBDUserPWQuery mod_authn_dbd 1 64 51
authdbduserrealmquery AuthDBDUserRealmQuery mod_authn_dbd 1 64 52
authdbmgroupfile AuthDBMGroupFile mod_authz_dbm 1 8 92
authdbmtype AuthDBMType mod_authn_dbm 1 8 54
authdbmuserfile AuthDBMUserFile mod_authn_dbm 1 8 53
authdigestalgorithm AuthDigestAlgorithm mod_auth_digest 1 8 25
authdigestdomain AuthDigestDomain mod_auth_digest 3 8 26
authdigestnccheck AuthDigestNcCheck mod_auth_digest 5 8 24
authdigestnoncelifetime AuthDigestNonceLifetime mod_auth_digest 1 8 23
authdigestprovider AuthDigestProvider mod_auth_digest 3 8 21
authdigestqop AuthDigestQop mod_auth_digest 3 8 22
authdigestshmemsize AuthDigestShmemSize mod_auth_digest 1 128 27
authformauthoritative AuthFormAuthoritative mod_auth_form 5 8 40
authformbody AuthFormBody mod_auth_form 1 8 34
authformdisablenostore AuthFormDisableNoStore mod_auth_form 5 8 42
authformfakebasicauth AuthFormFakeBasicAuth mod_auth_form 5 8 41
authformlocation AuthFormLocation mod_auth_form 1 8 31
authformloginrequiredlocation AuthFormLoginRequiredLocation mod_auth_form 1 8 36
authformloginsuccesslocation AuthFormLoginSuccessLocation mod_auth_form 1 8 37
authformlogoutlocation AuthFormLogoutLocation mod_auth_form 1 8 38
authformmethod AuthFormMethod mod_auth_form 1 8 32
authformmimetype AuthFormMimetype mod_auth_form 1 8 33
authformpassword AuthFormPassword mod_auth_form 1 8 30
authformprovider AuthFormProvider mod_auth_form 3 8 28
authformsitepassphrase AuthFormSitePassphrase mod_auth_form 1 8 39
authformsize AuthFormSize mod_auth_form 1 64 35
authformusername AuthFormUsername mod_auth_form 1 8 29
authgroupfile AuthGroupFile mod_authz_groupfile 1 8 94
authldapauthorizeprefix AuthLDAPAuthorizePrefix mod_authnz_ldap 1 8 77
authldapbindauthoritative AuthLDAPBindAuthoritative mod_authnz_ldap 5 8 66
authldapbinddn AuthLDAPBindDN mod_authnz_ldap 1 8 64
authldapbindpassword AuthLDAPBindPassword mod_authnz_ldap 1 8 65
authldapcharsetconfig AuthLDAPCharsetConfig mod_authnz_ldap 1 128 76
authldapcompareasuser AuthLDAPCompareAsUser mod_authnz_ldap 5 8 81
authldapcomparednonserver AuthLDAPCompareDNOnServer mod_authnz_ldap 5 8 69
authldapdereferencealiases AuthLDAPDereferenceAliases mod_authnz_ldap 1 8 75
authldapgroupattribute AuthLDAPGroupAttribute mod_authnz_ldap 3 8 73
authldapgroupattributeisdn AuthLDAPGroupAttributeIsDN mod_authnz_ldap 5 8 74
authldapinitialbindasuser AuthLDAPInitialBindAsUser mod_authnz_ldap 5 8 78
authldapinitialbindpattern AuthLDAPInitialBindPattern mod_authnz_ldap 2 8 79
authldapmaxsubgroupdepth AuthLDAPMaxSubGroupDepth mod_authnz_ldap 1 8 72
authldapremoteuserattribute AuthLDAPRemoteUserAttribute mod_authnz_ldap 1 8 68
authldapremoteuserisdn AuthLDAPRemoteUserIsDN mod_authnz_ldap 5 8 67
authldapsearchasuser AuthLDAPSearchAsUser mod_authnz_ldap 5 8 80
authldapsubgroupattribute AuthLDAPSubGroupAttribute mod_authnz_ldap 3 8 70
authldapsubgroupclass AuthLDAPSubGroupClass mod_authnz_ldap 3 8 71
authldapurl AuthLDAPURL mod_authnz_ldap 7 8 63
authmerging AuthMerging mod_authz_core 1 8 87
authname AuthName mod_authn_core 1 8 49
authncachecontext AuthnCacheContext mod_authn_socache 1 64 60
authncacheenable AuthnCacheEnable mod_authn_socache 0 128 57
authncacheprovidefor AuthnCacheProvideFor mod_authn_socache 3 8 58
authncachesocache AuthnCacheSOCache mod_authn_socache 1 128 56
authncachetimeout AuthnCacheTimeout mod_authn_socache 1 8 59
authnzfcgicheckauthnprovider AuthnzFcgiCheckAuthnProvider mod_authnz_fcgi 12 4 62
authnzfcgidefineprovider AuthnzFcgiDefineProvider mod_authnz_fcgi 12 128 61
authtype AuthType mod_authn_core 1 8 48
authuserfile AuthUserFile mod_authn_file 1 8 55
authzdbdlogintoreferer AuthzDBDLoginToReferer mod_authz_dbd 5 64 89
authzdbdquery AuthzDBDQuery mod_authz_dbd 1 64 90
authzdbdredirectquery AuthzDBDRedirectQuery mod_authz_dbd 1 64 91
authzdbmtype AuthzDBMType mod_authz_dbm 1 8 93
authzsendforbiddenonfailure AuthzSendForbiddenOnFailure mod_authz_core 5 8 88
balancergrowth BalancerGrowth mod_proxy 1 128 561
balancerinherit BalancerInherit mod_proxy 5 128 563
balancermember BalancerMember mod_proxy 0 192 560
balancerpersist BalancerPersist mod_proxy 5 128 562
brotlialteretag BrotliAlterETag mod_brotli 1 128 116
brotlicompressionmaxinputblock BrotliCompressionMaxInputBlock mod_brotli 1 128 115
brotlicompressionquality BrotliCompressionQuality mod_brotli 1 128 113
brotlicompressionwindow BrotliCompressionWindow mod_brotli 1 128 114
brotlifilternote BrotliFilterNote mod_brotli 7 128 112
browsermatch BrowserMatch mod_setenvif 0 4 617
browsermatchnocase BrowserMatchNoCase mod_setenvif 0 4 618
bufferedlogs BufferedLogs mod_log_config 5 128 387
buffersize BufferSize mod_buffer 1 64 117
cachedefaultexpire CacheDefaultExpire mod_cache 1 192 129
cachedetailheader CacheDetailHeader mod_cache 5 192 144
cachedirlength CacheDirLength mod_cache_disk 1 128 120
cachedirlevels CacheDirLevels mod_cache_disk 1 128 119
cachedisable CacheDisable mod_cache 1 192 126
cacheenable CacheEnable mod_cache 7 192 125
cachefile cachefile mod_file_cache 3 128 305
cacheheader CacheHeader mod_cache 5 192 143
cacheignorecachecontrol CacheIgnoreCacheControl mod_cache 5 128 132
cacheignoreheaders CacheIgnoreHeaders mod_cache 3 128 136
cacheignorenolastmod CacheIgnoreNoLastMod mod_cache 5 192 131
cacheignorequerystring CacheIgnoreQueryString mod_cache 5 128 137
cacheignoreurlsessionidentifiers CacheIgnoreURLSessionIdentifiers mod_cache 3 128 138
cachekeybaseurl CacheKeyBaseURL mod_cache 1 128 145
cachelastmodifiedfactor CacheLastModifiedFactor mod_cache 1 192 139
cachelock CacheLock mod_cache 5 128 140
cachelockmaxage CacheLockMaxAge mod_cache 1 128 142
cachelockpath CacheLockPath mod_cache 1 128 141
cachemaxexpire CacheMaxExpire mod_cache 1 192 127
cachemaxfilesize CacheMaxFileSize mod_cache_disk 1 192 122
cacheminexpire CacheMinExpire mod_cache 1 192 128
cacheminfilesize CacheMinFileSize mod_cache_disk 1 192 121
cachenegotiateddocs CacheNegotiatedDocs mod_negotiation 5 128 511
cachequickhandler CacheQuickHandler mod_cache 5 128 130
cachereadsize CacheReadSize mod_cache_disk 1 192 123
cachereadtime CacheReadTime mod_cache_disk 1 192 124
cacheroot CacheRoot mod_cache_disk 1 128 118
cachesocache CacheSocache mod_cache_socache 1 128 147
cachesocachemaxsize CacheSocacheMaxSize mod_cache_socache 1 192 150
cachesocachemaxtime CacheSocacheMaxTime mod_cache_socache 1 192 148
cachesocachemintime CacheSocacheMinTime mod_cache_socache 1 192 149
cachesocachereadsize CacheSocacheReadSize mod_cache_socache 1 192 151
cachesocachereadtime CacheSocacheReadTime mod_cache_socache 1 192 152
cachestaleonerror CacheStaleOnError mod_cache 5 192 146
cachestoreexpired CacheStoreExpired mod_cache 5 192 133
cachestorenostore CacheStoreNoStore mod_cache 5 192 135
cachestoreprivate CacheStorePrivate mod_cache 5 192 134
casefilter CaseFilter mod_case_filter 5 128 154
casefilterin CaseFilterIn mod_case_filter_in 5 128 153
cgidscripttimeout CGIDScriptTimeout mod_cgid 1 192 163
cgimapextension CGIMapExtension mod_netware 9 4 733
cgipassauth CGIPassAuth core 5 8 238
cgiscripttimeout CGIScriptTimeout mod_cgi 1 192 161
cgivar CGIVar core 2 4 239
charsetdefault CharsetDefault mod_charset_lite 1 4 165
charsetoptions CharsetOptions mod_charset_lite 3 4 166
charsetsourceenc CharsetSourceEnc mod_charset_lite 1 4 164
checkbasenamematch CheckBasenameMatch mod_speling 5 2 626
checkcaseonly CheckCaseOnly mod_speling 5 2 625
checkspelling CheckSpelling mod_speling 5 2 624
chrootdir ChrootDir mod_unixd 1 128 707
contentdigest ContentDigest core 5 2 216
cookiedomain CookieDomain mod_usertrack 1 4 711
cookieexpires CookieExpires mod_usertrack 1 4 710
cookiehttponly CookieHttpOnly mod_usertrack 5 4 717
cookiename CookieName mod_usertrack 1 4 714
cookiesamesite CookieSameSite mod_usertrack 1 4 715
cookiesecure CookieSecure mod_usertrack 5 4 716
cookiestyle CookieStyle mod_usertrack 1 4 712
cookietracking CookieTracking mod_usertrack 5 4 713
coredumpdirectory CoreDumpDirectory core 1 128 253
customlog CustomLog mod_log_config 9 128 383
dav DAV mod_dav 1 64 265
davbasepath DAVBasePath mod_dav 1 64 266
davdepthinfinity DAVDepthInfinity mod_dav 5 192 268
davgenericlockdb DAVGenericLockDB mod_dav_lock 1 64 264
davlockdb DAVLockDB mod_dav_fs 1 128 263
davlockdiscovery DAVLockDiscovery mod_dav 5 192 269
davmintimeout DAVMinTimeout mod_dav 1 192 267
dbdexptime DBDExptime mod_dbd 1 128 278
dbdinitsql DBDInitSQL mod_dbd 1 128 274
dbdkeep DBDKeep mod_dbd 1 128 276
dbdmax DBDMax mod_dbd 1 128 277
dbdmin DBDMin mod_dbd 1 128 275
dbdparams DBDParams mod_dbd 1 128 271
dbdpersist DBDPersist mod_dbd 5 128 272
dbdpreparesql DBDPrepareSQL mod_dbd 7 128 273
dbdriver DBDriver mod_dbd 1 128 270
defaulticon DefaultIcon mod_autoindex 1 16 109
defaultlanguage DefaultLanguage mod_mime 1 4 482
defaultruntimedir DefaultRuntimeDir core 1 384 210
defaulttype DefaultType core 1 4 195
define Define core 7 448 183
deflatealteretag DeflateAlterEtag mod_deflate 1 128 287
deflatebuffersize DeflateBufferSize mod_deflate 1 128 281
deflatecompressionlevel DeflateCompressionLevel mod_deflate 1 128 283
deflatefilternote DeflateFilterNote mod_deflate 7 128 279
deflateinflatelimitrequestbody DeflateInflateLimitRequestBody mod_deflate 1 31 284
deflateinflateratioburst DeflateInflateRatioBurst mod_deflate 1 31 286
deflateinflateratiolimit DeflateInflateRatioLimit mod_deflate 1 31 285
deflatememlevel DeflateMemLevel mod_deflate 1 128 282
deflatewindowsize DeflateWindowSize mod_deflate 1 128 280
deny deny mod_access_compat 4 1 2
directorycheckhandler DirectoryCheckHandler mod_dir 5 16 292
directoryindex DirectoryIndex mod_dir 0 16 290
directoryindexredirect DirectoryIndexRedirect mod_dir 1 16 293
directoryslash DirectorySlash mod_dir 5 16 291
documentroot DocumentRoot core 1 128 190
dtraceprivileges DTracePrivileges mod_privileges 5 128 737
dumpioinput DumpIOInput mod_dumpio 5 128 294
dumpiooutput DumpIOOutput mod_dumpio 5 128 295
enablemmap EnableMMAP core 1 4 197
enablesendfile EnableSendfile core 1 4 198
error Error core 0 31 185
errordocument ErrorDocument core 2 4 191
errorlog ErrorLog core 1 128 211
errorlogformat ErrorLogFormat core 7 128 212
expiresactive ExpiresActive mod_expires 5 16 300
expiresbytype ExpiresByType mod_expires 2 16 301
expiresdefault ExpiresDefault mod_expires 1 16 302
extendedstatus ExtendedStatus core 5 128 248
extfilterdefine ExtFilterDefine mod_ext_filter 0 128 304
extfilteroptions ExtFilterOptions mod_ext_filter 3 64 303
fallbackresource FallbackResource mod_dir 1 16 289
fancyindexing FancyIndexing mod_autoindex 0 31 108
fileetag FileETag core 0 4 196
filterchain FilterChain mod_filter 3 2 309
filterdeclare FilterDeclare mod_filter 7 2 307
filterprotocol FilterProtocol mod_filter 9 2 312
filterprovider FilterProvider mod_filter 8 2 308
filtertrace FilterTrace mod_filter 2 192 310
flushmaxpipelined FlushMaxPipelined core 1 128 201
flushmaxthreshold FlushMaxThreshold core 1 128 200
forcelanguagepriority ForceLanguagePriority mod_negotiation 3 4 513
forcetype ForceType core 1 4 242
forensiclog ForensicLog mod_log_forensic 1 128 389
globallog GlobalLog mod_log_config 9 128 384
gracefulshutdowntimeout GracefulShutdownTimeout event 1 128 508
gracefulshutdowntimeout GracefulShutdownTimeout prefork 1 128 508
gracefulshutdowntimeout GracefulShutdownTimeout worker 1 128 508
group Group mod_unixd 1 128 706
h2copyfiles H2CopyFiles mod_http2 1 4 335
h2direct H2Direct mod_http2 1 128 328
h2earlyhint H2EarlyHint mod_http2 2 12 344
h2earlyhints H2EarlyHints mod_http2 1 128 337
h2maxdataframelen H2MaxDataFrameLen mod_http2 1 128 341
h2maxheaderblocklen H2MaxHeaderBlockLen mod_http2 1 128 342
h2maxsessionstreams H2MaxSessionStreams mod_http2 1 128 319
h2maxstreamerrors H2MaxStreamErrors mod_http2 1 128 343
h2maxworkeridleseconds H2MaxWorkerIdleSeconds mod_http2 1 128 323
h2maxworkers H2MaxWorkers mod_http2 1 128 322
h2minworkers H2MinWorkers mod_http2 1 128 321
h2moderntlsonly H2ModernTLSOnly mod_http2 1 128 326
h2outputbuffering H2OutputBuffering mod_http2 1 128 339
h2padding H2Padding mod_http2 1 128 338
h2proxyrequests H2ProxyRequests mod_http2 1 4 345
h2push H2Push mod_http2 1 136 332
h2pushdiarysize H2PushDiarySize mod_http2 1 128 334
h2pushpriority H2PushPriority mod_http2 9 128 333
h2pushresource H2PushResource mod_http2 10 12 336
h2serializeheaders H2SerializeHeaders mod_http2 1 128 325
h2sessionextrafiles H2SessionExtraFiles mod_http2 1 128 329
h2streammaxmemsize H2StreamMaxMemSize mod_http2 1 128 324
h2streamtimeout H2StreamTimeout mod_http2 1 128 340
h2tlscooldownsecs H2TLSCoolDownSecs mod_http2 1 128 331
h2tlswarmupsize H2TLSWarmUpSize mod_http2 1 128 330
h2upgrade H2Upgrade mod_http2 1 136 327
h2websockets H2WebSockets mod_http2 1 128 346
h2windowsize H2WindowSize mod_http2 1 128 320
header Header mod_headers 0 4 313
headername HeaderName mod_autoindex 1 16 106
heartbeataddress HeartbeatAddress mod_heartbeat 1 128 315
heartbeatlisten HeartbeatListen mod_heartmonitor 1 128 316
heartbeatmaxservers HeartbeatMaxServers mod_heartmonitor 1 128 318
heartbeatstorage HeartbeatStorage mod_heartmonitor 1 128 317
heartbeatstorage HeartbeatStorage mod_lbmethod_heartbeat 1 128 317
hostnamelookups HostnameLookups core 1 192 205
httpprotocoloptions HttpProtocolOptions core 3 128 260
identitycheck IdentityCheck mod_ident 5 192 350
identitychecktimeout IdentityCheckTimeout mod_ident 1 192 351
imapbase ImapBase mod_imagemap 1 16 354
imapdefault ImapDefault mod_imagemap 1 16 353
imapmenu ImapMenu mod_imagemap 1 16 352
include Include core 1 448 219
includeoptional IncludeOptional core 1 448 220
indexheadinsert IndexHeadInsert mod_autoindex 1 16 111
indexignore IndexIgnore mod_autoindex 3 16 103
indexignorereset IndexIgnoreReset mod_autoindex 5 16 104
indexoptions IndexOptions mod_autoindex 12 16 101
indexorderdefault IndexOrderDefault mod_autoindex 2 16 102
indexstylesheet IndexStyleSheet mod_autoindex 1 16 110
inputsed InputSed mod_sed 1 64 591
isapiappendlogtoerrors ISAPIAppendLogToErrors mod_isapi 5 4 727
isapiappendlogtoquery ISAPIAppendLogToQuery mod_isapi 5 4 728
isapicachefile ISAPICacheFile mod_isapi 3 128 729
isapifakeasync ISAPIFakeAsync mod_isapi 5 4 730
isapilognotsupported ISAPILogNotSupported mod_isapi 5 4 731
isapireadaheadbuffer ISAPIReadAheadBuffer mod_isapi 1 4 732
keepalive KeepAlive http_core 5 128 349
keepalivetimeout KeepAliveTimeout http_core 1 128 347
keptbodysize KeptBodySize mod_request 1 64 583
languagepriority LanguagePriority mod_negotiation 3 4 512
ldapcacheentries LDAPCacheEntries util_ldap 1 128 367
ldapcachettl LDAPCacheTTL util_ldap 1 128 368
ldapconnectionpoolttl LDAPConnectionPoolTTL util_ldap 1 128 380
ldapconnectiontimeout LDAPConnectionTimeout util_ldap 1 128 375
ldaplibrarydebug LDAPLibraryDebug util_ldap 1 128 378
ldapopcacheentries LDAPOpCacheEntries util_ldap 1 128 369
ldapopcachettl LDAPOpCacheTTL util_ldap 1 128 370
ldapreferralhoplimit LDAPReferralHopLimit util_ldap 1 8 377
ldapreferrals LDAPReferrals util_ldap 1 8 376
ldapretries LDAPRetries util_ldap 1 128 381
ldapretrydelay LDAPRetryDelay util_ldap 1 128 382
ldapsharedcachefile LDAPSharedCacheFile util_ldap 1 128 366
ldapsharedcachesize LDAPSharedCacheSize util_ldap 1 128 365
ldaptimeout LDAPTimeout util_ldap 1 128 379
ldaptrustedclientcert LDAPTrustedClientCert util_ldap 9 8 372
ldaptrustedglobalcert LDAPTrustedGlobalCert util_ldap 9 128 371
ldaptrustedmode LDAPTrustedMode util_ldap 1 128 373
ldapverifyservercert LDAPVerifyServerCert util_ldap 5 128 374
limitinternalrecursion LimitInternalRecursion core 7 128 237
limitrequestbody LimitRequestBody core 1 31 227
limitrequestfields LimitRequestFields core 1 128 226
limitrequestfieldsize LimitRequestFieldsize core 1 128 225
limitrequestline LimitRequestLine core 1 128 224
limitxmlrequestbody LimitXMLRequestBody core 1 31 228
listen Listen event 12 128 495
listen Listen prefork 12 128 495
listen Listen worker 12 128 495
listenbacklog ListenBacklog event 1 128 493
listenbacklog ListenBacklog prefork 1 128 493
listenbacklog ListenBacklog worker 1 128 493
listencoresbucketsratio ListenCoresBucketsRatio event 1 128 494
listencoresbucketsratio ListenCoresBucketsRatio prefork 1 128 494
listencoresbucketsratio ListenCoresBucketsRatio worker 1 128 494
listentcpdeferaccept ListenTCPDeferAccept event 1 128 498
listentcpdeferaccept ListenTCPDeferAccept prefork 1 128 498
listentcpdeferaccept ListenTCPDeferAccept worker 1 128 498
loadfile LoadFile mod_so 3 384 620
loadmodule LoadModule mod_so 2 384 619
logformat LogFormat mod_log_config 7 128 386
logiotrackttfb LogIOTrackTTFB mod_logio 5 31 390
loglevel LogLevel core 3 192 221
logmessage LogMessage mod_log_debug 10 192 388
lua_____bytecodehack Lua_____ByteCodeHack mod_lua 0 31 418
luaauthzprovider LuaAuthzProvider mod_lua 8 384 394
luacodecache LuaCodeCache mod_lua 1 31 415
luahookaccesschecker LuaHookAccessChecker mod_lua 9 31 407
luahookauthchecker LuaHookAuthChecker mod_lua 9 31 409
luahookcheckuserid LuaHookCheckUserID mod_lua 9 31 403
luahookfixups LuaHookFixups mod_lua 2 31 399
luahookinsertfilter LuaHookInsertFilter mod_lua 2 31 411
luahooklog LuaHookLog mod_lua 2 31 412
luahookmaptostorage LuaHookMapToStorage mod_lua 2 31 401
luahookpretranslatename LuaHookPreTranslateName mod_lua 2 31 395
luahooktranslatename LuaHookTranslateName mod_lua 9 31 397
luahooktypechecker LuaHookTypeChecker mod_lua 2 31 405
luainherit LuaInherit mod_lua 1 31 414
luainputfilter LuaInputFilter mod_lua 8 31 421
luamaphandler LuaMapHandler mod_lua 9 31 419
luaoutputfilter LuaOutputFilter mod_lua 8 31 420
luapackagecpath LuaPackageCPath mod_lua 1 31 393
luapackagepath LuaPackagePath mod_lua 1 31 392
luaquickhandler LuaQuickHandler mod_lua 2 31 416
luaroot LuaRoot mod_lua 1 31 391
luascope LuaScope mod_lua 10 31 413
macroignorebadnesting MacroIgnoreBadNesting mod_macro 0 287 426
macroignoreemptyargs MacroIgnoreEmptyArgs mod_macro 0 287 425
maxclients MaxClients event 1 128 503
maxclients MaxClients prefork 1 128 503
maxclients MaxClients worker 1 128 503
maxconnectionsperchild MaxConnectionsPerChild core 1 128 252
maxkeepaliverequests MaxKeepAliveRequests http_core 1 128 348
maxmemfree MaxMemFree core 1 128 254
maxrangeoverlaps MaxRangeOverlaps core 1 192 231
maxrangereversals MaxRangeReversals core 1 192 232
maxranges MaxRanges core 1 192 230
maxrequestsperchild MaxRequestsPerChild core 1 128 251
maxrequestworkers MaxRequestWorkers event 1 128 504
maxrequestworkers MaxRequestWorkers prefork 1 128 504
maxrequestworkers MaxRequestWorkers worker 1 128 504
maxspareservers MaxSpareServers prefork 1 128 510
maxsparethreads MaxSpareThreads event 1 128 502
maxsparethreads MaxSpareThreads worker 1 128 502
mdactivationdelay MDActivationDelay mod_md 1 128 461
mdbaseserver MDBaseServer mod_md 1 128 447
mdcacertificatefile MDCACertificateFile mod_md 1 128 462
mdcachallenges MDCAChallenges mod_md 12 128 429
mdcertificateagreement MDCertificateAgreement mod_md 1 128 428
mdcertificateauthority MDCertificateAuthority mod_md 12 128 427
mdcertificatecheck MDCertificateCheck mod_md 2 128 460
mdcertificatefile MDCertificateFile mod_md 1 128 450
mdcertificatekeyfile MDCertificateKeyFile mod_md 1 128 451
mdcertificateprotocol MDCertificateProtocol mod_md 1 128 430
mdcertificatestatus MDCertificateStatus mod_md 1 128 453
mdchallengedns01 MDChallengeDns01 mod_md 0 128 448
mdchallengedns01version MDChallengeDns01Version mod_md 1 128 449
mdcheckinterval MDCheckInterval mod_md 1 128 470
mdcontactemail MDContactEmail mod_md 1 128 431
mddrivemode MDDriveMode mod_md 1 128 432
mdexternalaccountbinding MDExternalAccountBinding mod_md 7 128 464
mdhttpproxy MDHttpProxy mod_md 1 128 442
mdhttpproxycacertificatefile MDHttpProxyCACertificateFile mod_md 1 128 463
mdinitialdelay MDInitialDelay mod_md 1 128 469
mdmatchnames MDMatchNames mod_md 1 128 468
mdmember MDMember mod_md 12 128 437
mdmembers MDMembers mod_md 12 128 438
mdmessagecmd MDMessageCmd mod_md 0 128 455
mdmuststaple MDMustStaple mod_md 1 128 439
mdnotifycmd MDNotifyCmd mod_md 0 128 446
mdomain MDomain mod_md 12 128 434
mdportmap MDPortMap mod_md 7 128 440
mdprivatekeys MDPrivateKeys mod_md 12 128 441
mdprofile MDProfile mod_md 1 128 471
mdprofilemandatory MDProfileMandatory mod_md 1 128 472
mdrenewmode MDRenewMode mod_md 1 128 433
mdrenewviaari MDRenewViaARI mod_md 1 128 473
mdrenewwindow MDRenewWindow mod_md 1 128 444
mdrequirehttps MDRequireHttps mod_md 1 136 445
mdretrydelay MDRetryDelay mod_md 1 128 465
mdretryfailover MDRetryFailover mod_md 1 128 466
mdserverstatus MDServerStatus mod_md 1 128 452
mdstapleothers MDStapleOthers mod_md 1 128 457
mdstapling MDStapling mod_md 1 128 456
mdstaplingkeepresponse MDStaplingKeepResponse mod_md 1 128 458
mdstaplingrenewwindow MDStaplingRenewWindow mod_md 1 128 459
mdstoredir MDStoreDir mod_md 1 128 443
mdstorelocks MDStoreLocks mod_md 1 128 467
mdwarnwindow MDWarnWindow mod_md 1 128 454
memcacheconnttl MemcacheConnTTL mod_socache_memcache 1 128 621
mergeslashes MergeSlashes core 5 128 262
mergetrailers MergeTrailers core 5 128 257
metadir MetaDir mod_cern_meta 1 16 156
metafiles MetaFiles mod_cern_meta 5 16 155
metasuffix MetaSuffix mod_cern_meta 1 16 157
mimemagicfile MimeMagicFile mod_mime_magic 1 128 474
minspareservers MinSpareServers prefork 1 128 509
minsparethreads MinSpareThreads event 1 128 501
minsparethreads MinSpareThreads worker 1 128 501
mmapfile mmapfile mod_file_cache 3 128 306
modemstandard ModemStandard mod_dialup 1 64 288
modmimeusepathinfo ModMimeUsePathInfo mod_mime 5 64 492
multiviewsmatch MultiviewsMatch mod_mime 3 4 483
mutex Mutex core 0 128 229
namevirtualhost NameVirtualHost core 1 128 222
noproxy NoProxy mod_proxy 3 128 553
nwssltrustedcerts NWSSLTrustedCerts mod_nw_ssl 3 128 734
nwsslupgradeable NWSSLUpgradeable mod_nw_ssl 2 128 735
options Options core 0 2 194
order order mod_access_compat 1 1 0
outputsed OutputSed mod_sed 1 64 590
passenv PassEnv mod_env 3 4 297
pidfile PidFile core 1 128 250
port Port core 1 128 204
privilegesmode PrivilegesMode mod_privileges 1 192 738
protocol Protocol core 1 128 202
protocolecho ProtocolEcho mod_echo 5 128 296
protocols Protocols core 3 128 258
protocolshonororder ProtocolsHonorOrder core 1 128 259
proxy100continue Proxy100Continue mod_proxy 5 192 569
proxyaddheaders ProxyAddHeaders mod_proxy 5 192 568
proxybadheader ProxyBadHeader mod_proxy 1 128 559
proxyblock ProxyBlock mod_proxy 3 128 549
proxydomain ProxyDomain mod_proxy 1 128 554
proxyerroroverride ProxyErrorOverride mod_proxy 3 192 556
proxyexpressdbmfile ProxyExpressDBMFile mod_proxy_express 1 4 516
proxyexpressdbmtype ProxyExpressDBMType mod_proxy_express 1 4 517
proxyexpressenable ProxyExpressEnable mod_proxy_express 5 4 515
proxyfcgibackendtype ProxyFCGIBackendType mod_proxy_fcgi 1 4 518
proxyfcgisetenvif ProxyFCGISetEnvIf mod_proxy_fcgi 9 4 519
proxyftpdircharset ProxyFtpDirCharset mod_proxy_ftp 1 192 522
proxyftpescapewildcards ProxyFtpEscapeWildcards mod_proxy_ftp 5 192 521
proxyftplistonwildcard ProxyFtpListOnWildcard mod_proxy_ftp 5 192 520
proxyhcexpr ProxyHCExpr mod_proxy_hcheck 0 4 524
proxyhctemplate ProxyHCTemplate mod_proxy_hcheck 0 4 523
proxyhctpsize ProxyHCTPsize mod_proxy_hcheck 1 128 525
proxyhtmlbufsize ProxyHTMLBufSize mod_proxy_html 1 192 535
proxyhtmlcharsetout ProxyHTMLCharsetOut mod_proxy_html 1 192 536
proxyhtmldoctype ProxyHTMLDoctype mod_proxy_html 7 192 529
proxyhtmlenable ProxyHTMLEnable mod_proxy_html 5 192 537
proxyhtmlevents ProxyHTMLEvents mod_proxy_html 3 192 526
proxyhtmlextended ProxyHTMLExtended mod_proxy_html 5 192 533
proxyhtmlfixups ProxyHTMLFixups mod_proxy_html 3 192 530
proxyhtmlinterp ProxyHTMLInterp mod_proxy_html 5 192 532
proxyhtmllinks ProxyHTMLLinks mod_proxy_html 4 192 527
proxyhtmlmeta ProxyHTMLMeta mod_proxy_html 5 192 531
proxyhtmlstripcomments ProxyHTMLStripComments mod_proxy_html 5 192 534
proxyhtmlurlmap ProxyHTMLURLMap mod_proxy_html 0 192 528
proxyiobuffersize ProxyIOBufferSize mod_proxy 1 128 551
proxymaxforwards ProxyMaxForwards mod_proxy 1 128 552
proxypass ProxyPass mod_proxy 0 192 544
proxypassinherit ProxyPassInherit mod_proxy 5 128 564
proxypassinterpolateenv ProxyPassInterpolateEnv mod_proxy 5 192 543
proxypassmatch ProxyPassMatch mod_proxy 0 192 545
proxypassreverse ProxyPassReverse mod_proxy 10 192 546
proxypassreversecookiedomain ProxyPassReverseCookieDomain mod_proxy 9 192 548
proxypassreversecookiepath ProxyPassReverseCookiePath mod_proxy 9 192 547
proxypreservehost ProxyPreserveHost mod_proxy 5 192 557
proxyreceivebuffersize ProxyReceiveBufferSize mod_proxy 1 128 550
proxyremote ProxyRemote mod_proxy 9 128 541
proxyremotematch ProxyRemoteMatch mod_proxy 9 128 542
proxyrequests ProxyRequests mod_proxy 5 128 540
proxyscgiinternalredirect ProxySCGIInternalRedirect mod_proxy_scgi 1 192 571
proxyscgisendfile ProxySCGISendfile mod_proxy_scgi 1 192 570
proxyset ProxySet mod_proxy 0 192 566
proxysourceaddress ProxySourceAddress mod_proxy 1 128 567
proxystatus ProxyStatus mod_proxy 1 128 565
proxytimeout ProxyTimeout mod_proxy 1 128 558
proxyvia ProxyVia mod_proxy 1 128 555
proxywebsocketfallbacktoproxyhttp ProxyWebsocketFallbackToProxyHttp mod_proxy_wstunnel 5 192 572
qualifyredirecturl QualifyRedirectURL core 5 4 240
readbuffersize ReadBufferSize core 1 192 199
readmename ReadmeName mod_autoindex 1 16 107
receivebuffersize ReceiveBufferSize event 1 128 497
receivebuffersize ReceiveBufferSize prefork 1 128 497
receivebuffersize ReceiveBufferSize worker 1 128 497
redirect Redirect mod_alias 10 4 8
redirectmatch RedirectMatch mod_alias 9 4 11
redirectpermanent RedirectPermanent mod_alias 2 4 13
redirectrelative RedirectRelative mod_alias 5 4 14
redirecttemp RedirectTemp mod_alias 2 4 12
redisconnpoolttl RedisConnPoolTTL mod_socache_redis 1 128 622
redistimeout RedisTimeout mod_socache_redis 1 128 623
reflectorheader ReflectorHeader mod_reflector 7 2 573
regexdefaultoptions RegexDefaultOptions core 0 128 236
registerhttpmethod RegisterHttpMethod core 3 128 261
remoteipheader RemoteIPHeader mod_remoteip 1 128 574
remoteipinternalproxy RemoteIPInternalProxy mod_remoteip 3 128 577
remoteipinternalproxylist RemoteIPInternalProxyList mod_remoteip 1 128 579
remoteipproxiesheader RemoteIPProxiesHeader mod_remoteip 1 128 575
remoteipproxyprotocol RemoteIPProxyProtocol mod_remoteip 5 128 580
remoteipproxyprotocolexceptions RemoteIPProxyProtocolExceptions mod_remoteip 12 128 581
remoteiptrustedproxy RemoteIPTrustedProxy mod_remoteip 3 128 576
remoteiptrustedproxylist RemoteIPTrustedProxyList mod_remoteip 1 128 578
removecharset RemoveCharset mod_mime 3 4 484
removeencoding RemoveEncoding mod_mime 3 4 485
removehandler RemoveHandler mod_mime 3 4 486
removeinputfilter RemoveInputFilter mod_mime 3 4 487
removelanguage RemoveLanguage mod_mime 3 4 488
removeoutputfilter RemoveOutputFilter mod_mime 3 4 489
removetype RemoveType mod_mime 3 4 490
requestheader RequestHeader mod_headers 0 4 314
requestreadtimeout RequestReadTimeout mod_reqtimeout 0 128 582
require Require mod_authz_core 0 8 83
rewritebase RewriteBase mod_rewrite 1 4 586
rewritecond RewriteCond mod_rewrite 0 4 587
rewriteengine RewriteEngine mod_rewrite 5 4 584
rewritemap RewriteMap mod_rewrite 9 128 589
rewriteoptions RewriteOptions mod_rewrite 3 4 585
rewriterule RewriteRule mod_rewrite 0 4 588
rlimitcpu RLimitCPU core 7 31 233
rlimitmem RLimitMEM core 7 31 234
rlimitnproc RLimitNPROC core 7 31 235
satisfy Satisfy mod_access_compat 1 8 3
scoreboardfile ScoreBoardFile core 1 128 247
script Script mod_actions 2 192 5
scriptalias ScriptAlias mod_alias 7 192 7
scriptaliasmatch ScriptAliasMatch mod_alias 2 128 10
scriptinterpretersource ScriptInterpreterSource mod_win32 1 4 745
scriptlog ScriptLog mod_cgi 1 128 158
scriptlog ScriptLog mod_cgid 1 128 158
scriptlogbuffer ScriptLogBuffer mod_cgi 1 128 160
scriptlogbuffer ScriptLogBuffer mod_cgid 1 128 160
scriptloglength ScriptLogLength mod_cgi 1 128 159
scriptloglength ScriptLogLength mod_cgid 1 128 159
scriptsock ScriptSock mod_cgid 1 128 162
securelisten SecureListen mod_nw_ssl 9 128 736
seerequesttail SeeRequestTail core 5 128 249
sendbuffersize SendBufferSize event 1 128 496
sendbuffersize SendBufferSize prefork 1 128 496
sendbuffersize SendBufferSize worker 1 128 496
serveradmin ServerAdmin core 1 128 206
serveralias ServerAlias core 0 128 213
serverlimit ServerLimit event 1 128 500
serverlimit ServerLimit prefork 1 128 500
serverlimit ServerLimit worker 1 128 500
servername ServerName core 1 128 207
serverpath ServerPath core 1 128 214
serverroot ServerRoot core 1 384 209
serversignature ServerSignature core 1 31 208
servertokens ServerTokens core 1 128 223
session Session mod_session 5 136 607
sessioncookiename SessionCookieName mod_session_cookie 0 136 592
sessioncookiename2 SessionCookieName2 mod_session_cookie 0 136 593
sessioncookieremove SessionCookieRemove mod_session_cookie 5 136 594
sessioncryptocipher SessionCryptoCipher mod_session_crypto 1 136 597
sessioncryptodriver SessionCryptoDriver mod_session_crypto 0 128 598
sessioncryptopassphrase SessionCryptoPassphrase mod_session_crypto 3 136 595
sessioncryptopassphrasefile SessionCryptoPassphraseFile mod_session_crypto 1 192 596
sessiondbdcookiename SessionDBDCookieName mod_session_dbd 0 136 605
sessiondbdcookiename2 SessionDBDCookieName2 mod_session_dbd 0 136 606
sessiondbdcookieremove SessionDBDCookieRemove mod_session_dbd 5 136 604
sessiondbddeletelabel SessionDBDDeleteLabel mod_session_dbd 1 136 602
sessiondbdinsertlabel SessionDBDInsertLabel mod_session_dbd 1 136 600
sessiondbdperuser SessionDBDPerUser mod_session_dbd 5 136 603
sessiondbdselectlabel SessionDBDSelectLabel mod_session_dbd 1 136 599
sessiondbdupdatelabel SessionDBDUpdateLabel mod_session_dbd 1 136 601
sessionenv SessionEnv mod_session 5 136 610
sessionexclude SessionExclude mod_session 1 136 612
sessionexpiryupdateinterval SessionExpiryUpdateInterval mod_session 1 136 613
sessionheader SessionHeader mod_session 1 136 609
sessioninclude SessionInclude mod_session 1 136 611
sessionmaxage SessionMaxAge mod_session 1 136 608
setenv SetEnv mod_env 7 4 298
setenvif SetEnvIf mod_setenvif 0 4 614
setenvifexpr SetEnvIfExpr mod_setenvif 0 4 616
setenvifnocase SetEnvIfNoCase mod_setenvif 0 4 615
sethandler SetHandler core 1 4 243
setinputfilter SetInputFilter core 1 4 245
setoutputfilter SetOutputFilter core 1 4 244
ssiendtag SSIEndTag mod_include 1 128 359
ssierrormsg SSIErrorMsg mod_include 1 31 356
ssietag SSIEtag mod_include 5 1 363
ssilastmodified SSILastModified mod_include 5 1 362
ssilegacyexprparser SSILegacyExprParser mod_include 5 1 361
ssistarttag SSIStartTag mod_include 1 128 358
ssitimeformat SSITimeFormat mod_include 1 31 357
ssiundefinedecho SSIUndefinedEcho mod_include 1 31 360
sslcacertificatefile SSLCACertificateFile mod_ssl 1 136 640
sslcacertificatepath SSLCACertificatePath mod_ssl 1 136 639
sslcadnrequestfile SSLCADNRequestFile mod_ssl 1 128 642
sslcadnrequestpath SSLCADNRequestPath mod_ssl 1 128 641
sslcarevocationcheck SSLCARevocationCheck mod_ssl 0 128 645
sslcarevocationfile SSLCARevocationFile mod_ssl 1 128 644
sslcarevocationpath SSLCARevocationPath mod_ssl 1 128 643
sslcertificatechainfile SSLCertificateChainFile mod_ssl 1 128 637
sslcertificatefile SSLCertificateFile mod_ssl 1 128 635
sslcertificatekeyfile SSLCertificateKeyFile mod_ssl 1 128 636
sslciphersuite SSLCipherSuite mod_ssl 7 136 634
sslcompression SSLCompression mod_ssl 5 128 651
sslcryptodevice SSLCryptoDevice mod_ssl 1 128 629
sslengine SSLEngine mod_ssl 1 128 632
sslfips SSLFIPS mod_ssl 5 128 633
sslhonorcipherorder SSLHonorCipherOrder mod_ssl 5 128 650
sslinsecurerenegotiation SSLInsecureRenegotiation mod_ssl 5 128 653
ssllog SSLLog mod_ssl 0 31 699
sslloglevel SSLLogLevel mod_ssl 0 31 700
sslocspdefaultresponder SSLOCSPDefaultResponder mod_ssl 1 128 679
sslocspenable SSLOCSPEnable mod_ssl 0 128 678
sslocspnoverify SSLOCSPNoVerify mod_ssl 5 128 686
sslocspoverrideresponder SSLOCSPOverrideResponder mod_ssl 5 128 680
sslocspproxyurl SSLOCSPProxyURL mod_ssl 1 128 685
sslocsprespondercertificatefile SSLOCSPResponderCertificateFile mod_ssl 1 128 687
sslocsprespondertimeout SSLOCSPResponderTimeout mod_ssl 1 128 683
sslocspresponsemaxage SSLOCSPResponseMaxAge mod_ssl 1 128 682
sslocspresponsetimeskew SSLOCSPResponseTimeSkew mod_ssl 1 128 681
sslocspuserequestnonce SSLOCSPUseRequestNonce mod_ssl 5 128 684
sslopensslconfcmd SSLOpenSSLConfCmd mod_ssl 2 128 698
ssloptions SSLOptions mod_ssl 0 2 674
sslpassphrasedialog SSLPassPhraseDialog mod_ssl 1 128 627
sslprotocol SSLProtocol mod_ssl 0 128 649
sslproxycacertificatefile SSLProxyCACertificateFile mod_ssl 1 2176 663
sslproxycacertificatepath SSLProxyCACertificatePath mod_ssl 1 2176 664
sslproxycarevocationcheck SSLProxyCARevocationCheck mod_ssl 0 2176 667
sslproxycarevocationfile SSLProxyCARevocationFile mod_ssl 1 2176 666
sslproxycarevocationpath SSLProxyCARevocationPath mod_ssl 1 2176 665
sslproxycheckpeercn SSLProxyCheckPeerCN mod_ssl 5 2176 672
sslproxycheckpeerexpire SSLProxyCheckPeerExpire mod_ssl 5 2176 671
sslproxycheckpeername SSLProxyCheckPeerName mod_ssl 5 2176 673
sslproxyciphersuite SSLProxyCipherSuite mod_ssl 7 2176 660
sslproxyengine SSLProxyEngine mod_ssl 5 2176 658
sslproxymachinecertificatechainfile SSLProxyMachineCertificateChainFile mod_ssl 1 2176 670
sslproxymachinecertificatefile SSLProxyMachineCertificateFile mod_ssl 1 2176 668
sslproxymachinecertificatepath SSLProxyMachineCertificatePath mod_ssl 1 2176 669
sslproxyprotocol SSLProxyProtocol mod_ssl 0 2176 659
sslproxyverify SSLProxyVerify mod_ssl 1 2176 661
sslproxyverifydepth SSLProxyVerifyDepth mod_ssl 1 2176 662
sslrandomseed SSLRandomSeed mod_ssl 9 128 630
sslrenegbuffersize SSLRenegBufferSize mod_ssl 1 8 677
sslrequire SSLRequire mod_ssl 0 8 676
sslrequiressl SSLRequireSSL mod_ssl 0 8 675
sslsessioncache SSLSessionCache mod_ssl 1 128 628
sslsessioncachetimeout SSLSessionCacheTimeout mod_ssl 1 128 648
sslsessionticketkeyfile SSLSessionTicketKeyFile mod_ssl 1 128 638
sslsessiontickets SSLSessionTickets mod_ssl 5 128 652
sslsrpunknownuserseed SSLSRPUnknownUserSeed mod_ssl 1 128 657
sslsrpverifierfile SSLSRPVerifierFile mod_ssl 1 128 656
sslstaplingcache SSLStaplingCache mod_ssl 1 128 688
sslstaplingerrorcachetimeout SSLStaplingErrorCacheTimeout mod_ssl 1 128 696
sslstaplingfaketrylater SSLStaplingFakeTryLater mod_ssl 5 128 695
sslstaplingforceurl SSLStaplingForceURL mod_ssl 1 128 697
sslstaplingrespondertimeout SSLStaplingResponderTimeout mod_ssl 1 128 691
sslstaplingresponsemaxage SSLStaplingResponseMaxAge mod_ssl 1 128 692
sslstaplingresponsetimeskew SSLStaplingResponseTimeSkew mod_ssl 1 128 690
sslstaplingreturnrespondererrors SSLStaplingReturnResponderErrors mod_ssl 5 128 694
sslstaplingstandardcachetimeout SSLStaplingStandardCacheTimeout mod_ssl 1 128 693
sslstrictsnivhostcheck SSLStrictSNIVHostCheck mod_ssl 5 128 655
sslusername SSLUserName mod_ssl 1 136 654
sslusestapling SSLUseStapling mod_ssl 5 128 689
sslverifyclient SSLVerifyClient mod_ssl 1 136 646
sslverifydepth SSLVerifyDepth mod_ssl 1 136 647
sslvhostsnipolicy SSLVHostSNIPolicy mod_ssl 1 128 631
startservers StartServers event 1 128 499
startservers StartServers prefork 1 128 499
startservers StartServers worker 1 128 499
stricthostcheck StrictHostCheck core 5 128 241
substitute Substitute mod_substitute 1 4 701
substituteinheritbefore SubstituteInheritBefore mod_substitute 5 4 703
substitutemaxlinelength SubstituteMaxLineLength mod_substitute 1 4 702
suexec Suexec mod_unixd 5 128 708
suexecusergroup SuexecUserGroup mod_suexec 2 128 704
threadlimit ThreadLimit event 1 128 506
threadlimit ThreadLimit worker 1 128 506
threadsperchild ThreadsPerChild event 1 128 505
threadsperchild ThreadsPerChild worker 1 128 505
threadstacksize ThreadStackSize core 1 128 255
timeout Timeout core 1 128 215
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
traceenable TraceEnable core 1 128 256
transferlog TransferLog mod_log_config 1 128 385
typesconfig TypesConfig mod_mime 1 128 491
undefine UnDefine core 1 448 184
undefmacro UndefMacro mod_macro 1 287 424
unsetenv UnsetEnv mod_env 3 4 299
use Use mod_macro 0 287 423
usecanonicalname UseCanonicalName core 1 192 217
usecanonicalphysicalport UseCanonicalPhysicalPort core 1 192 218
user User mod_unixd 1 128 705
userdir UserDir mod_userdir 0 128 709
vhostcgimode VHostCGIMode mod_privileges 1 128 739
vhostcgiprivs VHostCGIPrivs mod_privileges 3 128 740
vhostgroup VHostGroup mod_privileges 1 128 741
vhostprivs VHostPrivs mod_privileges 3 128 742
vhostsecure VHostSecure mod_privileges 5 128 743
vhostuser VHostUser mod_privileges 1 128 744
virtualdocumentroot VirtualDocumentRoot mod_vhost_alias 1 128 720
virtualdocumentrootip VirtualDocumentRootIP mod_vhost_alias 1 128 722
virtualscriptalias VirtualScriptAlias mod_vhost_alias 1 128 719
virtualscriptaliasip VirtualScriptAliasIP mod_vhost_alias 1 128 721
watchdoginterval WatchdogInterval mod_watchdog 1 128 723
xbithack XBitHack mod_include 1 2 355
xml2encalias xml2EncAlias mod_xml2enc 4 128 725
xml2encdefault xml2EncDefault mod_xml2enc 1 31 724
xml2startparse xml2StartParse mod_xml2enc 3 31 726
`;
