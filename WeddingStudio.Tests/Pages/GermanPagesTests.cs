using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MudBlazor;
using WeddingStudio.Engine.Data;
using WeddingStudio.Tests.Access;
using WeddingStudio.Web.Components.Layout;
using WeddingStudio.Web.Components.Weddings;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Pages;

public sealed class GermanPagesTests
{
    private static readonly StudioWords _german = new(Languages.German);

    [Fact]
    public async Task The_start_page_is_read_in_German()
    {
        await using var studio = new StudioApp();
        await using var page = await StudioPage.ForAsync(studio, StudioUser.PlannerRole);
        page.Services.AddSingleton(_german);

        var start = page.Render<StartPage>();

        Assert.Equal("Unsere Fotos hinzufügen", start.WaitForElement("[data-testid=add-photos]").TextContent.Trim());
        Assert.Equal("Jeder Gast verdient schöne Fotos von sich", start.Find("h1").TextContent);
    }

    /// <summary>Where the marked up part stands each language says for itself.</summary>
    [Theory]
    [InlineData("en", "You are signed in as <bdi>Mia</bdi>.")]
    [InlineData("de", "Ihr seid als <bdi>Mia</bdi> angemeldet.")]
    public async Task A_sentence_keeps_its_marked_up_part_in_its_place(string language, string sentence)
    {
        await using var page = new BunitContext();
        page.Services.AddSingleton(new StudioWords(CultureInfo.GetCultureInfo(language)));

        page.Render<Sentence>(p => p.Add(s => s.Code, "Access.SignedInAs").AddChildContent("<bdi>Mia</bdi>")).MarkupMatches(sentence);
    }

    [Theory]
    [InlineData("en", "Close", "Clear")]
    [InlineData("de", "Schließen", "Leeren")]
    public void Buttons_of_MudBlazor_are_named_in_the_language_of_the_window(string language, string close, string clear)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var texts = new DefaultLocalizationInterceptor(NullLoggerFactory.Instance, new MudWords(new StudioWords(culture)));
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;

        var said = (string[])[texts.Handle("MudSnackbar_Close").Value, texts.Handle("MudInput_Clear").Value];

        CultureInfo.CurrentUICulture = before;
        Assert.Equal([close, clear], said);
    }
}
