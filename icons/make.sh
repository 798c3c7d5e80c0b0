#!/usr/bin/env bash
# Draws the icons from rostrum.svg: needs chromium (it draws SVG exactly) and ImageMagick (it packs the .ico).
# The browser's window is always larger than the icon: it cuts pages in windows that are too small.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for size in 16 32 48 64 128 256 512; do
  printf '<style>*{margin:0}img{width:%spx;height:%spx;display:block}</style><img src="file://%s/rostrum.svg">' \
    "$size" "$size" "$PWD" >"$work/page.html"
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --default-background-color=00000000 \
    --user-data-dir="$work/profile" --allow-file-access-from-files --window-size=600,600 \
    --screenshot="$work/$size.png" "file://$work/page.html" >/dev/null 2>&1
  convert "$work/$size.png" -crop "${size}x${size}+0+0" +repage -strip "PNG32:$work/$size.png"
done
cp "$work/32.png" 32x32.png
cp "$work/128.png" 128x128.png
cp "$work/256.png" 128x128@2x.png
cp "$work/512.png" icon.png
convert "$work"/{16,32,48,64,256}.png icon.ico
