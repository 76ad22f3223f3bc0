FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -o /reportback ./cmd/reportback

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* && useradd --system --home /nonexistent reportback
COPY --from=build /reportback /usr/local/bin/reportback
USER reportback
EXPOSE 8080
ENTRYPOINT ["reportback"]
CMD ["web"]
