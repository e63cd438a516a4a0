using System.Security.Claims;

namespace WeddingStudio.Engine.Hosting.Doors.Rights;

/// <summary>Who is asking, and by which of their sign-ins.</summary>
public readonly record struct SignedIn(string UserId, string SignInId)
{
    public const string ClaimType = "sign-in";

    /// <summary>Null for strangers.</summary>
    public static SignedIn? Of(ClaimsPrincipal? visitor) =>
        visitor?.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId && visitor.FindFirstValue(ClaimType) is { } signInId
            ? new SignedIn(userId, signInId)
            : null;
}
