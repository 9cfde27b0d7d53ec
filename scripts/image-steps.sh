#!/bin/sh
# The steps of the Dockerfile, one by one, without Docker: builds the `web` image's content into a folder.
#
#     scripts/image-steps.sh FOLDER
#
# FOLDER/app is the build stage, FOLDER/image what the image would contain (start it with `node server.js`).
# Lines beginning with `run` and `copy` are the Dockerfile's RUN and COPY --from; a test compares them.
set -eu

target=${1:?"usage: scripts/image-steps.sh FOLDER"}
source=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$target/app" "$target/image"
target=$(cd "$target" && pwd)

run() {
	echo "RUN $*"
	(cd "$target/app" && env -i PATH="$PATH" HOME="$HOME" "$@")
}

copy() {
	echo "COPY --from=build $1 $2"
	mkdir -p "$target/image/$2"
	cp -R "$target$1/." "$target/image/$2"
}

# COPY . . of the tracked files, which .dockerignore leaves more or less alone
(cd "$source" && git ls-files -z | xargs -0 tar cf - ) | tar xf - -C "$target/app"

run npm ci --ignore-scripts --no-audit --no-fund
run node scripts/generate.mjs
run GUILDHALL_STANDALONE=1 NEXT_TELEMETRY_DISABLED=1 node node_modules/next/dist/bin/next build
copy /app/.next/standalone ./
copy /app/.next/static ./.next/static
copy /app/public ./public

echo "The image's content is in $target/image"
