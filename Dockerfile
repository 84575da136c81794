# One image for all programs; the composition says which one a container runs.
ARG NODE_IMAGE=node:20-bookworm-slim

FROM ${NODE_IMAGE} AS tools
WORKDIR /app
ENV CI=true
RUN npm install --global --no-audit --no-fund pnpm@10.34.9

# The store is filled from the lockfile alone, so that this layer lasts until a dependency changes.
FROM tools AS dependencies
COPY pnpm-lock.yaml pnpm-workspace.yaml .npmrc package.json ./
RUN pnpm fetch

FROM dependencies AS build
COPY . .
RUN pnpm install --frozen-lockfile --offline && node packages/launcher/build.mjs && node gateway/explorer/build.mjs

# Only what the programs need: no tools, no tests, no sources.
FROM dependencies AS production
COPY . .
RUN pnpm install --frozen-lockfile --offline --prod \
      --filter '{services/*}...' --filter '{gateway}...' --filter '{packages/launcher}...' \
  && rm -rf test docs packages/testkit packages/importer
COPY --from=build /app/packages /tmp/built/packages
COPY --from=build /app/services /tmp/built/services
COPY --from=build /app/gateway /tmp/built/gateway
RUN cd /tmp/built \
  && find packages services gateway -maxdepth 3 -type d -name dist -not -path '*/node_modules/*' \
       -not -path 'packages/testkit/*' -not -path 'packages/importer/*' -exec cp -a --parents {} /app/ \; \
  && find /app/packages /app/services /app/gateway -maxdepth 3 -type d -name src -not -path '*/node_modules/*' -exec rm -rf {} + \
  && rm -rf /tmp/built

FROM ${NODE_IMAGE} AS runtime
ENV NODE_ENV=production
WORKDIR /app
COPY --from=production /app /app
# Volumes mounted here belong to the account that the programs run as.
RUN mkdir -p /var/lib/redress /run/redress && chown node:node /var/lib/redress /run/redress
USER node
ENTRYPOINT ["node", "packages/launcher/container/entrypoint.mjs"]
