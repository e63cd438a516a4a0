namespace WeddingStudio.Web.Access;

/// <summary>Where a form may send its user afterwards: pages of this studio only.</summary>
internal static class ReturnUrl
{
    public static string Local(string? returnUrl) =>
        returnUrl is ['/', ..] && !returnUrl.StartsWith("//", StringComparison.Ordinal) && !returnUrl.StartsWith("/\\", StringComparison.Ordinal)
            ? returnUrl
            : "/";
}
