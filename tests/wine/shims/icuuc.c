/* Stands in for Windows' own icuuc.dll, which Wine lacks. For tests only, never shipped.
 *
 * Qt6Core imports these from 6.7 on, for text codecs other than UTF-8/16/32, Latin-1 and the
 * system's. Each answers U_UNSUPPORTED_ERROR, and QStringConverter says "no such codec". */
#define EXPORT __declspec(dllexport)
typedef int Error;
typedef const void *In;

static void unsupported(Error *error) { if (error && *error <= 0) *error = 16; }

EXPORT void *ucnv_open(const char *name, Error *e) { (void)name; unsupported(e); return 0; }
EXPORT void ucnv_close(void *c) { (void)c; }
EXPORT void ucnv_reset(void *c) { (void)c; }
EXPORT signed char ucnv_getMaxCharSize(In c) { (void)c; return 1; }
EXPORT const char *ucnv_getName(In c, Error *e) { (void)c; unsupported(e); return 0; }
EXPORT const char *ucnv_getStandardName(const char *n, const char *s, Error *e)
{ (void)n; (void)s; unsupported(e); return 0; }
EXPORT const char *ucnv_getAvailableName(int n) { (void)n; return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT void ucnv_getToUCallBack(In c, void **action, In *context)
{ (void)c; *action = 0; *context = 0; }
EXPORT void ucnv_getFromUCallBack(In c, void **action, In *context)
{ (void)c; *action = 0; *context = 0; }
EXPORT void ucnv_setToUCallBack(void *c, void *a, In x, void **oa, In *ox, Error *e)
{ (void)c; (void)a; (void)x; (void)oa; (void)ox; unsupported(e); }
EXPORT void ucnv_setFromUCallBack(void *c, void *a, In x, void **oa, In *ox, Error *e)
{ (void)c; (void)a; (void)x; (void)oa; (void)ox; unsupported(e); }
EXPORT void ucnv_toUnicode(void *c, void *t, In tl, void *s, In sl, int *o, signed char f, Error *e)
{ (void)c; (void)t; (void)tl; (void)s; (void)sl; (void)o; (void)f; unsupported(e); }
EXPORT void ucnv_fromUnicode(void *c, void *t, In tl, void *s, In sl, int *o, signed char f, Error *e)
{ (void)c; (void)t; (void)tl; (void)s; (void)sl; (void)o; (void)f; unsupported(e); }
EXPORT int ucnv_toUCountPending(In c, Error *e) { (void)c; unsupported(e); return 0; }
EXPORT int ucnv_fromUCountPending(In c, Error *e) { (void)c; unsupported(e); return 0; }
EXPORT void ucnv_cbToUWriteUChars(void *a, In s, int n, int o, Error *e)
{ (void)a; (void)s; (void)n; (void)o; unsupported(e); }
EXPORT void ucnv_cbFromUWriteUChars(void *a, In *s, In l, int o, Error *e)
{ (void)a; (void)s; (void)l; (void)o; unsupported(e); }
EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
