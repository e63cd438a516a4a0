using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Tests.Inference;

public sealed class ModelLibraryTests
{
    [Fact]
    public void Folders_are_searched_in_the_order_option_environment_program()
    {
        using var program = new TempFolder();
        var pack = Directory.CreateDirectory(Path.Combine(program.Path, "models", "one")).FullName;
        File.WriteAllText(Path.Combine(pack, ModelPack.ManifestName), "{}");
        var bin = Directory.CreateDirectory(Path.Combine(program.Path, "bin", "Debug")).FullName;

        var folders = ModelLibrary.Folders("/option/", "/environment", bin);

        Assert.Equal(["/option", "/environment", Path.Combine(program.Path, "models")], folders);
    }

    [Fact]
    public void A_folder_may_hold_packs_one_level_down_and_a_broken_one_does_not_hide_the_others()
    {
        using var good = new TempPack();
        using var folder = new TempFolder();
        CopyInto(good.Folder, Path.Combine(folder.Path, "good"));
        var broken = Directory.CreateDirectory(Path.Combine(folder.Path, "broken")).FullName;
        File.WriteAllText(Path.Combine(broken, ModelPack.ManifestName), "{\"schema\": 7}");

        var search = ModelLibrary.Look([folder.Path]);

        Assert.Equal([folder.Path], search.Searched);
        Assert.Equal([Path.Combine(folder.Path, "good")], search.Packs.Select(p => p.Folder));
        Assert.Equal(broken, Assert.Single(search.Refused).Folder);
    }

    [Fact]
    public void Without_a_pack_the_message_says_where_was_searched_why_and_what_to_do()
    {
        using var pack = new TempPack();
        File.Delete(pack.DetectorFile);

        var message = Assert.Throws<ModelPackException>(() => Library(pack.Folder).Choose()).Message;

        Assert.Contains($"Searched: {pack.Folder}.", message);
        Assert.Contains($"'{pack.DetectorFile}' is missing", message);
        Assert.Contains("--models, Studio:ModelsDirectory or WEDDINGSTUDIO_MODELS", message);
    }

    [Fact]
    public void A_named_folder_without_a_pack_is_an_error_even_if_another_folder_has_one()
    {
        using var empty = new TempFolder();

        Assert.Throws<ModelPackException>(() => Library(empty.Path).Choose());
    }

    [Fact]
    public void An_unknown_detector_is_answered_with_the_known_ones()
    {
        using var pack = new TempPack();

        var message = Assert.Throws<ModelPackException>(() => Library(pack.Folder).Choose("sharper", "")).Message;

        Assert.StartsWith("There is no detector 'sharper'. Known: finder", message);
    }

    [Fact]
    public void An_unknown_embedder_is_answered_with_the_known_ones()
    {
        using var pack = new TempPack();

        var message = Assert.Throws<ModelPackException>(() => Library(pack.Folder).Choose("", "surer")).Message;

        Assert.StartsWith("There is no embedder 'surer'. Known: knower", message);
    }

    [Fact]
    public void Defaults_come_from_the_first_pack_and_names_from_any()
    {
        using var first = new TempPack("first");
        using var second = new TempPack("second");
        var search = ModelLibrary.Look([first.Folder, second.Folder]);

        Assert.Equal("first", ModelSet.From(search, "", "").Detector.Entry.Name);
        Assert.Equal("second", ModelSet.From(search, "second", "").Detector.Entry.Name);
    }

    [Fact]
    public void The_built_in_pack_stands_behind_any_other_of_its_folder_but_not_behind_other_folders()
    {
        using var builtIn = new TempPack("built-in");
        using var stronger = new TempPack("stronger");
        builtIn.Manifest["builtIn"] = true;
        builtIn.Save();
        var models = Directory.CreateTempSubdirectory("models-");
        CopyInto(builtIn.Folder, Path.Combine(models.FullName, "a"));
        Assert.Equal("standard", Library(models.FullName).Choose().Title.English());

        CopyInto(stronger.Folder, Path.Combine(models.FullName, "b"));
        var chosen = Library(models.FullName).Choose();
        Assert.Equal(("stronger", "test"), (chosen.Detector.Entry.Name, chosen.Title.English()));
        Assert.Equal("built-in", ModelSet.From(ModelLibrary.Look([builtIn.Folder, models.FullName]), "", "").Detector.Entry.Name);
        models.Delete(recursive: true);
    }

    [Fact]
    public void What_was_pulled_by_a_click_stands_behind_what_somebody_named_and_before_what_the_program_came_with()
    {
        Assert.Equal(["/named", "/environment", "/data/models"],
            ModelLibrary.Folders("/named", "/environment", "/nowhere", "/data/models").SkipLast(1));

        using var named = new TempPack("named");
        ModelLibrary Pulling(string folder) =>
            new(Options.Create(new ModelsOptions { ModelsDirectory = folder, PulledDirectory = "/data/models" }));
        Assert.True(Pulling("").WouldTakePulled);
        Assert.True(Pulling("/nothing/here").WouldTakePulled);
        Assert.False(Pulling(named.Folder).WouldTakePulled);
        Assert.False(Library("").WouldTakePulled);
        Assert.False(new ModelLibrary(Options.Create(new ModelsOptions { Embedder = "studio_embedder", PulledDirectory = "/data/models" }))
            .WouldTakePulled);
    }

    [Fact]
    public void Epsilon_is_point_nine_unless_the_pack_says_otherwise()
    {
        using var pack = new TempPack();
        Assert.Equal(.9, Library(pack.Folder).Choose().Clustering.Epsilon);

        pack.Manifest["models"]![1]!["clustering"] = new System.Text.Json.Nodes.JsonObject { ["epsilon"] = .7 };
        pack.Save();
        Assert.Equal(.7, Library(pack.Folder).Choose().Clustering.Epsilon);
    }

    [Fact]
    public void Faces_are_grouped_by_the_cosine_a_pack_calls_one_person_unless_it_says_more()
    {
        using var pack = new TempPack();
        pack.Embedder["thresholds"]!["samePersonCosine"] = .33;
        pack.Save();
        var usual = Library(pack.Folder).Choose().Clustering;
        pack.Embedder["clustering"] = JsonNode.Parse("""{ "linkage": { "minCosine": 0.2, "timesStrangers": 3, "smallGroups": 0.1 } }""");
        pack.Save();

        Assert.Equal(LinkageSettings.From(.33), usual.Linkage);
        Assert.Equal(new LinkageSettings(.2, 3, .1), Library(pack.Folder).Choose().Clustering.Linkage);
    }

    [Fact]
    public void Directions_are_those_of_the_pack_or_known_of_its_embedder()
    {
        using var pack = new TempPack();
        Assert.Null(Library(pack.Folder).Choose().Clustering.Directions);

        pack.Embedder["dim"] = 2;
        pack.Embedder["clustering"] = JsonNode.Parse("""{ "directions": [[0.6, 0.8]] }""");
        pack.Save();
        Assert.Equal([.6f, .8f], Assert.Single(Library(pack.Folder).Choose().Clustering.Directions!));

        var reference = Library(SharedFiles.Require("models")).Choose();
        var known = Assert.Single(reference.Clustering.Directions!);
        Assert.Equal(reference.Embedder.Entry.Dim, known.Length);
        Assert.Equal(1, known.Sum(x => (double)x * x), 3);
    }

    [Fact]
    public void The_fingerprint_follows_files_and_numbers_but_not_words()
    {
        using var pack = new TempPack();
        var before = Library(pack.Folder).Choose().Fingerprint;

        pack.Detector["licence"] = "another";
        pack.Save();
        Assert.Equal(before, Library(pack.Folder).Choose().Fingerprint);

        pack.Detector["thresholds"]!["score"] = .6;
        pack.Save();
        Assert.NotEqual(before, Library(pack.Folder).Choose().Fingerprint);
    }

    private static ModelLibrary Library(string folder) => new(Options.Create(new ModelsOptions { ModelsDirectory = folder }));

    private static void CopyInto(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private sealed class TempFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("models-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
