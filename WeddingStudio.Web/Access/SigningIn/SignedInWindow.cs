using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Web.Access.SigningIn;

/// <summary>An open window notices within seconds that it was signed out elsewhere, and goes to the sign-in page.</summary>
internal sealed class SignedInWindow(ILoggerFactory loggers, SignIns signIns) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(2);

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        signIns.IsLiveAsync(SignedIn.Of(authenticationState.User), cancellationToken);
}
