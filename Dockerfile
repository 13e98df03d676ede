FROM node:24.22.3-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
RUN npm run build && chmod +x dist/main.js

FROM node:24.22.3-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24.22.3-bookworm-slim
WORKDIR /app
ENV HOST=0.0.0.0 DATA_DIR=/data IMAGES_URL=file:///data/images
# What the texts of an SVG are drawn with.
RUN apt-get update && apt-get install --yes --no-install-recommends fontconfig-config fonts-dejavu-core fonts-nanum \
  && rm -rf /var/lib/apt/lists/*
RUN mkdir /data && chown node:node /data && ln -s /app/dist/main.js /usr/local/bin/postil
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY migrations migrations
COPY assets assets
COPY docs docs
COPY sample sample
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["postil", "serve"]
