using Microsoft.Extensions.Localization;
using MudBlazor;
using WeddingStudio.Words;

namespace WeddingStudio.Web.Components.Layout;

/// <summary>MudBlazor's own texts, as far as our pages can show them.</summary>
internal sealed class MudWords(StudioWords words) : MudLocalizer
{
    public override LocalizedString this[string key] => key switch
    {
        "MudInput_Clear" => words["Layout.Clear"],
        "MudSnackbar_Close" => words["Layout.Close"],
        _ => new LocalizedString(key, key, resourceNotFound: true),
    };
}
