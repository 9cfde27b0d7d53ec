# syntax=docker/dockerfile:1
# scripts/image-steps.sh performs the same steps without Docker; a test keeps the two the same.

FROM node:22-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund

# Migrations and the other commands: docker compose run --rm migrate
FROM dependencies AS tools
COPY . .
RUN node scripts/generate.mjs
USER node
ENTRYPOINT ["node", "scripts/run.mjs"]
CMD ["db-migrate"]

# The worker: follows Discord and carries orders out. `docker compose run --rm bot --help` names its options.
FROM tools AS bot
ENV NODE_ENV=production
ENTRYPOINT ["node", "--conditions=react-server", "--import", "tsx", "bot/main.ts"]
CMD []

FROM dependencies AS build
COPY . .
RUN node scripts/generate.mjs
RUN GUILDHALL_STANDALONE=1 NEXT_TELEMETRY_DISABLED=1 node node_modules/next/dist/bin/next build

FROM node:22-bookworm-slim AS web
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
COPY --from=build /app/public ./public
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
	CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
