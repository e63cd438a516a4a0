using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace WeddingStudio.Engine.Hosting.Doors.Endpoints;

/// <summary>What a browser may keep. Rights can be taken back at any time, so nothing is shown again without asking.</summary>
public static class Caching
{
    /// <summary>The `Cache-Control` of whatever was made for one visitor.</summary>
    public const string Nothing = "private, no-store";

    private const string AskedForAgain = "private, no-cache";

    /// <summary>Neither what these doors answer nor their refusals are kept; a picture says otherwise by itself.</summary>
    public static TBuilder KeepNothing<TBuilder>(this TBuilder doors) where TBuilder : IEndpointConventionBuilder =>
        doors.AddEndpointFilter(async (call, next) =>
        {
            call.HttpContext.Response.Headers.CacheControl = Nothing;
            return await next(call);
        });

    /// <summary>Kept, and shown again only when the studio says that it is still the same and still this visitor's to see.</summary>
    public static EntityTagHeaderValue AskAgain(HttpContext http, FileInfo file)
    {
        http.Response.Headers.CacheControl = AskedForAgain;
        return new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\"");
    }

    /// <summary>Another for every other content: half of one file and half of another make none.</summary>
    public static EntityTagHeaderValue TagOf(byte[] content) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"");
}
