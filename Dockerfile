# docker build -t authlint . && docker run --rm -v "$PWD:/src:ro" authlint
FROM node:22-alpine AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts && npm rebuild esbuild
COPY . .
RUN npm run build

FROM node:22-alpine
COPY --from=build /build/dist /opt/authlint/dist
COPY --from=build /build/schemas /opt/authlint/schemas
# a container's git refuses a checkout that another user owns, which --changed-since needs
RUN apk add --no-cache git && git config --system --add safe.directory '*' \
 && ln -s /opt/authlint/dist/cli.js /usr/local/bin/authlint
WORKDIR /src
USER node
ENTRYPOINT ["authlint"]
