using Microsoft.AspNetCore.Components.Authorization;
using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Web.Access;

/// <summary>Lets the pages of a signed-in visitor in to the engine's hub.</summary>
public sealed class HubTicket(AuthenticationStateProvider visitors, StudioTokens tokens)
{
    /// <summary>Gives a new token at every call; null for strangers.</summary>
    public async Task<Func<string>?> OfVisitorAsync() =>
        SignedIn.Of((await visitors.GetAuthenticationStateAsync()).User) is { } who ? () => tokens.Issue(who) : null;
}
