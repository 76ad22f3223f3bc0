FROM golang:1.26.8-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG COMMIT=unknown
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-X main.built=${COMMIT}" -o /reportback ./cmd/reportback

# With PostgreSQL's tools of the server's version: for backup and restore.
FROM postgres:17-bookworm AS tools
COPY --from=build /reportback /usr/local/bin/reportback
RUN install -d -o postgres -g postgres -m 0700 /backups
USER postgres
ENTRYPOINT ["reportback"]
CMD ["backup"]

FROM debian:bookworm-slim AS service
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* && useradd --system --uid 10001 --home /nonexistent reportback
COPY --from=build /reportback /usr/local/bin/reportback
USER reportback
EXPOSE 8080
ENTRYPOINT ["reportback"]
CMD ["web"]
