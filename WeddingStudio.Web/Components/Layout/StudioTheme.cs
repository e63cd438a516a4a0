using MudBlazor;

namespace WeddingStudio.Web.Components.Layout;

/// <summary>Ivory paper, rosewood ink, sage and old gold; the same values stand in studio.css for pages without MudBlazor.</summary>
internal static class StudioTheme
{
    private static readonly string[] Text = ["Figtree", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif"];
    private static readonly string[] Heading = ["Fraunces", "Georgia", "serif"];

    public static readonly MudTheme Theme = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#7A3B46",
            Secondary = "#566B57",
            Tertiary = "#96692C",
            Info = "#4A6478",
            Success = "#4D6B4F",
            Warning = "#96692C",
            Error = "#A32F2F",
            Background = "#FBF7F2",
            Surface = "#FFFFFF",
            AppbarBackground = "#FBF7F2",
            AppbarText = "#2E2724",
            TextPrimary = "#2E2724",
            TextSecondary = "#665B54",
            ActionDefault = "#665B54",
            LinesDefault = "#E7DDD2",
            LinesInputs = "#8C8078",
            Divider = "#E7DDD2",
            HoverOpacity = 0.06,
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "12px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Text, FontSize = "1rem", LineHeight = "1.55" },
            H4 = new H4Typography { FontFamily = Heading, FontWeight = "500", FontSize = "2rem", LineHeight = "1.2" },
            H5 = new H5Typography { FontFamily = Heading, FontWeight = "500", FontSize = "1.5rem", LineHeight = "1.25" },
            H6 = new H6Typography { FontFamily = Heading, FontWeight = "500", FontSize = "1.2rem", LineHeight = "1.3" },
            Button = new ButtonTypography
            {
                FontFamily = Text, FontWeight = "600", FontSize = "1rem", TextTransform = "none", LetterSpacing = "0",
            },
            Body1 = new Body1Typography { FontFamily = Text, FontSize = "1rem", LineHeight = "1.55" },
            Body2 = new Body2Typography { FontFamily = Text, FontSize = ".925rem", LineHeight = "1.5" },
        },
    };
}
