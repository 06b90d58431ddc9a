# The way to a release, on Windows 10 or 11: current Python, real Windows, signed files.
#   .\installers\windows\build.ps1 [-Sign 'signtool sign /fd SHA256 /tr http://... /td SHA256 /a']
# Needs on the PATH: Python 3.13 from python.org as py, makensis (NSIS 3.08 or later), and for
# the MSI wixl with wixl-heat and msibuild (msitools, for instance of MSYS2).
# Not run on a Windows machine yet.
param([string]$Sign = '')
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
$out = Join-Path (Get-Location) 'dist\windows'

function Invoke-Checked {
    $program, $rest = $args
    & $program @rest
    if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE" }
}

function Protect-File([string]$file) {
    if ($Sign) {
        Invoke-Checked cmd /c "$Sign `"$file`""
    }
}

Invoke-Checked py -3.13 -m venv build\release
$python = 'build\release\Scripts\python.exe'
Invoke-Checked $python -m pip install --require-hashes -r resources\locks\run.txt
Invoke-Checked $python -m pip install --require-hashes -r resources\locks\freeze.txt
$env:SOURCE_DATE_EPOCH = git log -1 --format=%ct # the same source makes the same files, unsigned
$env:PYTHONHASHSEED = '0'
Invoke-Checked $python -m PyInstaller --noconfirm --distpath $out --workpath "$out\work" `
    installers\pyinstaller\traydial.spec
foreach ($name in 'traydial.exe', 'traydialw.exe') { Protect-File "$out\traydial\$name" }

$env:PYTHONPATH = "desktop;."
$version = & $python -c 'import traydial; print(traydial.__version__)'
$setup = "$out\Traydial-$version-setup.exe"
Invoke-Checked makensis -WX "-DVERSION=$version" "-DPAYLOAD=$out\traydial" "-DOUT=$setup" `
    "-DICON=$out\work\traydial\traydial.ico" installers\windows\traydial.nsi
Protect-File $setup

$msi = "$out\Traydial-$version.msi"
if (Get-Command wixl -ErrorAction SilentlyContinue) {
    Invoke-Checked $python -c ('import sys; from pathlib import Path; from installers.windows import msi; ' +
        'msi.build(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))') "$out\traydial" $version $msi
    Protect-File $msi
} else {
    Write-Warning 'wixl is not there: no MSI was made.'
}
Get-ChildItem $out -File | Get-FileHash -Algorithm SHA256 |
    ForEach-Object { "$($_.Hash.ToLower())  $(Split-Path $_.Path -Leaf)" } |
    Set-Content -Encoding ascii "$out\SHA256SUMS"
