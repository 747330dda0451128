# Kith in a container. With Caddy before it: compose.yml. What to do: docs/self-hosting.md.
FROM node:24-slim AS build
WORKDIR /kith
COPY . .
RUN npm ci --omit=dev --ignore-scripts \
 && node apps/server/bin/kith.mjs build

FROM node:24-slim
COPY --from=build /kith /kith
# The build is newer than its sources, whatever times copying has left; it could not be made again here.
RUN touch /kith/apps/web/dist/.built \
 && ln -s /kith/apps/server/bin/kith.mjs /usr/local/bin/kith \
 && install -d -o node -g node -m 0700 /data /data/keys /data/bus
ENV NODE_ENV=production KITH_DATA_DIR=/data HOST=0.0.0.0
USER node
WORKDIR /kith
EXPOSE 4455
# Three of them: /data is what a backup takes; keys belong elsewhere, and who is in which room (bus) nowhere.
VOLUME ["/data", "/data/keys", "/data/bus"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4455/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["kith", "start"]
