using Microsoft.AspNetCore.Http.Metadata;

namespace WeddingStudio.Engine.Hosting.Doors.Endpoints;

/// <summary>Pictures and the hub answer with a bare status; a page in its place would only confuse who asked.</summary>
internal sealed class BareAnswer : ISkipStatusCodePagesMetadata;
