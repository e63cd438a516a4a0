# syntax=docker/dockerfile:1
# For a graphics card see Dockerfile.cuda.
ARG BASE=mcr.microsoft.com/dotnet/aspnet:10.0

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG ACCELERATOR=
WORKDIR /source

# Packages are restored from the project files alone, so that a change of code does not fetch them again.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY WeddingStudio.Contracts/WeddingStudio.Contracts.csproj WeddingStudio.Contracts/
COPY WeddingStudio.Drawn/WeddingStudio.Drawn.csproj WeddingStudio.Drawn/
COPY WeddingStudio.Engine/WeddingStudio.Engine.csproj WeddingStudio.Engine/
COPY WeddingStudio.Web/WeddingStudio.Web.csproj WeddingStudio.Web/
COPY WeddingStudio.Words/WeddingStudio.Words.csproj WeddingStudio.Words/
RUN dotnet restore WeddingStudio.Web -r linux-x64 -p:Accelerator=$ACCELERATOR

COPY .editorconfig LICENSE THIRD-PARTY-NOTICES.md ./
COPY WeddingStudio.Contracts WeddingStudio.Contracts
COPY WeddingStudio.Drawn WeddingStudio.Drawn
COPY WeddingStudio.Engine WeddingStudio.Engine
COPY WeddingStudio.Web WeddingStudio.Web
COPY WeddingStudio.Words WeddingStudio.Words
COPY wwwroot-assets wwwroot-assets
COPY models/sources.json models/
COPY models/studio-1 models/studio-1
RUN dotnet publish WeddingStudio.Web -c Release -r linux-x64 --no-self-contained --no-restore -p:Accelerator=$ACCELERATOR -o /app

FROM $BASE

# /data holds everything the studio keeps, /photos the photos (read only is enough), /models further model packs.
RUN mkdir -p /data /photos /models && chown "$APP_UID" /data
COPY --from=build /app /app
WORKDIR /data
USER $APP_UID

# The program switches ONNX Runtime's telemetry off by itself; here it is off for whatever else is run in the image. Nobody debugs .NET in it.
ENV ORT_DISABLE_TELEMETRY=1 \
    DOTNET_EnableDiagnostics=0 \
    ASPNETCORE_HTTP_PORTS=5187 \
    Studio__DataDirectory=/data \
    Studio__ImportRoots__0=/photos \
    WEDDINGSTUDIO_MODELS=/models
VOLUME /data
EXPOSE 5187

# The image has no curl; bash speaks enough HTTP to ask whether the studio answers.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/5187 && printf 'GET /healthz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]

ENTRYPOINT ["/app/WeddingStudio.Web"]
