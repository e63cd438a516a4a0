using System.Text.RegularExpressions;

namespace WeddingStudio.Web.Access.SigningIn;

/// <summary>
/// Where a form may send its user afterwards: pages of this studio only. Their addresses are plain words between slashes, so whatever
/// else a browser could read another host into is refused without being understood.
/// </summary>
internal static partial class ReturnUrl
{
    public static string Local(string? returnUrl) => returnUrl is not null && OurPages().IsMatch(returnUrl) ? returnUrl : "/";

    [GeneratedRegex(@"\A/(?:[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*/?)?(?:[?#][!-~]*)?\z")]
    private static partial Regex OurPages();
}
