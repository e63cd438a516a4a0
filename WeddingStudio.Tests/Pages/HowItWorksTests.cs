using Bunit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using WeddingStudio.Web.Components.Weddings;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Pages;

public sealed class HowItWorksTests : BunitContext
{
    private readonly Program _program = new();

    public HowItWorksTests() => Services.AddSingleton(StudioWords.English).AddSingleton<IWebHostEnvironment>(_program);

    [Fact]
    public void Three_steps_are_shown_with_their_pictures()
    {
        foreach (var picture in (string[])["add-photos", "name-people", "share"])
            File.WriteAllText(Path.Combine(_program.Help, $"{picture}.webp"), "a picture");

        var how = Render<HowItWorks>();

        Assert.Equal(["Add photos", "Name people", "Share"], how.FindAll("h3").Select(title => title.TextContent));
        Assert.Equal(3, how.FindAll("img[src^='/help/']").Count);
    }

    [Fact]
    public void Nothing_is_shown_while_a_picture_is_missing()
    {
        File.WriteAllText(Path.Combine(_program.Help, "share.webp"), "a picture");

        Assert.Empty(Render<HowItWorks>().Markup.Trim());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _program.Folder.Delete(recursive: true);
    }

    /// <summary>A program whose static files lie in a folder of their own.</summary>
    private sealed class Program : IWebHostEnvironment
    {
        public Program()
        {
            Directory.CreateDirectory(Help);
            WebRootFileProvider = new PhysicalFileProvider(Folder.FullName);
        }

        public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("weddingstudio-help-");
        public string Help => Path.Combine(Folder.FullName, "help");
        public string WebRootPath { get => Folder.FullName; set => throw new NotSupportedException(); }
        public IFileProvider WebRootFileProvider { get; set; }
        public string EnvironmentName { get; set; } = "Production";
        public string ApplicationName { get; set; } = "WeddingStudio.Web";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
