using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine;

namespace WeddingStudio.Tests.People.Grouping;

/// <summary>Strangers whom the photo's edge cuts in half: what is beyond it makes them all alike.</summary>
public sealed class CutFacesTests
{
    private static readonly string[] Names =
    [
        "Alex_Sink_0001", "Ann_Veneman_0008", "Chen_Shui-bian_0005", "Colin_Powell_0034", "Colin_Powell_0046", "Colin_Powell_0103",
        "Colin_Powell_0175", "Colin_Powell_0206", "Colin_Powell_0217", "Edmund_Hillary_0002", "Eduardo_Duhalde_0002", "George_Clooney_0002",
        "Greg_Ostertag_0001", "Hamid_Karzai_0011", "Hillary_Clinton_0001", "Hitomi_Soga_0001", "Hugo_Chavez_0016", "Hugo_Chavez_0037",
        "Hugo_Chavez_0046", "Hugo_Chavez_0047", "Hugo_Chavez_0051", "John_Ashcroft_0003", "John_Ashcroft_0008", "John_Ashcroft_0052",
        "John_Paul_II_0011", "Julianne_Moore_0001", "Kate_Hudson_0002", "Keanu_Reeves_0005", "Keanu_Reeves_0006",
        "Luiz_Inacio_Lula_da_Silva_0004",
        "Martin_Scorsese_0002", "Meg_Wakeman_0001", "Megawati_Sukarnoputri_0027", "Megawati_Sukarnoputri_0031", "Nia_Vardalos_0004",
        "Pete_Sampras_0008", "Robert_Redford_0003", "Roh_Moo-hyun_0004", "Russell_Simmons_0003", "Scott_Peterson_0001",
        "Sharon_Osbourne_0001",
        "Silvio_Berlusconi_0008", "Silvio_Berlusconi_0009", "Silvio_Berlusconi_0016", "Tariq_Aziz_0001",
        "Tariq_Aziz_0004", "Tariq_Aziz_0006", "Tom_Harkin_0001", "Xanana_Gusmao_0003", "Xanana_Gusmao_0005",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_faces_at_the_edge_are_nobody_together()
    {
        await using var studio = await TestStudio.OpenAsync(("Studio:ModelsDirectory", SharedFiles.Require("models")));
        foreach (var name in Names)
            File.Copy(SharedFiles.Lfw(name), Path.Combine(studio.Folder, "photos", name + ".jpg"));

        await studio.Get<StudioPipeline>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        var faces = await studio.Store
            .ReadAsync(db => db.Faces.Where(f => f.PersonId != null).Select(f => new { f.PersonId, f.Photo!.Path }).ToListAsync(Ct), Ct);

        // Some are in several pictures and some beside a friend; before, twenty strangers were one person.
        Assert.All(faces.GroupBy(f => f.PersonId, f => f.Path[..^9]), person => Assert.InRange(person.Distinct().Count(), 1, 2));
    }
}
