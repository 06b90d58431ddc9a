/* Stands in for bcryptprimitives.dll, which Wine lacks before 9.0 and the library cryptography
 * imports for its random numbers. For tests only. */
#include <stddef.h>

/* advapi32's RtlGenRandom under the name that the DLL exports */
__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *buffer, unsigned long length);

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *buffer, size_t length)
{
    while (length) {
        unsigned long part = length > 0x10000000 ? 0x10000000 : (unsigned long)length;
        if (!SystemFunction036(buffer, part))
            return 0;
        buffer += part;
        length -= part;
    }
    return 1;
}
