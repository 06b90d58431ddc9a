#!/usr/bin/env bash
# Gathers the sources of the Flatpak and builds it: dist/traydial.flatpak. Without the runtime on this
# computer it stops after the sources: `flatpak install org.freedesktop.Sdk//24.08` brings it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

python=${PYTHON:-python3}
for_version=${FOR_PYTHON:-3.12} # of the runtime
sources=.cache/flatpak/sources
manifest=installers/linux/flatpak/org.traydial.Traydial.yml

platforms=(--platform manylinux2014_x86_64)
for minor in $(seq 17 39); do # of the C library; the runtime has 2.40
  platforms+=(--platform "manylinux_2_${minor}_x86_64")
done

rm -rf "$sources"
mkdir -p "$sources/wheels"
"$python" -m pip download -qq --disable-pip-version-check --no-deps --require-hashes --only-binary :all: \
  --python-version "$for_version" --implementation cp "${platforms[@]}" \
  --requirement resources/locks/run.txt --dest "$sources/wheels"
"$python" -m build --no-isolation --wheel --outdir "$sources/wheels" . >/dev/null
"$python" installers/linux/tree.py --share "$sources"
echo "$sources: $(find "$sources/wheels" -name '*.whl' | wc -l) wheels"

if ! flatpak info org.freedesktop.Sdk//24.08 >/dev/null 2>&1; then
  echo "The runtime is not here, so nothing was built." >&2
  exit 3
fi
flatpak-builder --force-clean --repo=.cache/flatpak/repo .cache/flatpak/build "$manifest"
mkdir -p dist
flatpak build-bundle .cache/flatpak/repo dist/traydial.flatpak org.traydial.Traydial
echo dist/traydial.flatpak
