using System.Net;
using System.Text.RegularExpressions;

namespace WeddingStudio.Tests.Access;

/// <summary>Fills in and sends a form of a page that works without script.</summary>
internal static partial class StaticForm
{
    public static async Task<HttpResponseMessage> SendAsync(HttpClient visitor, string page, params (string Name, string Value)[] fields)
    {
        var html = await visitor.GetStringAsync(page, TestContext.Current.CancellationToken);
        var hidden = Hidden().Matches(html).Select(m => (Name: m.Groups[1].Value, Value: WebUtility.HtmlDecode(m.Groups[2].Value)));
        var form = new FormUrlEncodedContent(hidden.Concat(fields).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await visitor.PostAsync(page, form, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)"\s*/?>""")]
    private static partial Regex Hidden();
}
